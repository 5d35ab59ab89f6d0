using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Accounts;

/// <summary>Reads the names of accounts.</summary>
internal static class AccountNames
{
    /// <summary>Reads a name; one that is missing or malformed is an error of its field.</summary>
    public static AccountId Read(string? name, List<FieldError> errors)
    {
        if (!AccountId.TryParse(name, out var account))
        {
            errors.Add(new FieldError(
                "account",
                $"account must have 1 to {AccountId.MaxLength} letters, digits, '.', '-' or "
                + "'_'."));
        }
        return account;
    }

    /// <summary>Reads the name of a customer: the exchange's own account takes no orders from
    /// outside.</summary>
    public static AccountId ReadCustomer(string? name, List<FieldError> errors)
    {
        var account = Read(name, errors);
        if (account == DeskAccount.Id)
        {
            errors.Add(new FieldError(
                "account", $"account must not be {DeskAccount.Id}, the exchange's own."));
        }
        return account;
    }
}
