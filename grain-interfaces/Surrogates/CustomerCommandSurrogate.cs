using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Surrogates;

/// <summary>How a <see cref="CustomerCommand"/> travels.</summary>
[GenerateSerializer, Immutable, Alias("CustomerCommand")]
public readonly record struct CustomerCommandSurrogate(
    long Number,
    Instant At,
    byte Kind,
    AccountId Account,
    NewOrder Order,
    OrderId Id,
    Price Price,
    Quantity Quantity,
    Notional Money,
    OrderFilter Filter,
    AccountTerms AccountTerms,
    CustomerLadder? Quotes,
    string? Reason);

/// <summary>Turns a <see cref="CustomerCommand"/> into its surrogate and back.</summary>
[RegisterConverter]
public sealed class CustomerCommandConverter
    : IConverter<CustomerCommand, CustomerCommandSurrogate>
{
    /// <inheritdoc/>
    public CustomerCommand ConvertFromSurrogate(in CustomerCommandSurrogate surrogate) =>
        new()
        {
            Number = surrogate.Number,
            At = surrogate.At,
            Kind = (CustomerCommandKind)surrogate.Kind,
            Account = surrogate.Account,
            Order = surrogate.Order,
            Id = surrogate.Id,
            Price = surrogate.Price,
            Quantity = surrogate.Quantity,
            Money = surrogate.Money,
            Filter = surrogate.Filter,
            AccountTerms = surrogate.AccountTerms,
            Quotes = surrogate.Quotes,
            Reason = surrogate.Reason,
        };

    /// <inheritdoc/>
    public CustomerCommandSurrogate ConvertToSurrogate(in CustomerCommand value) =>
        new(
            value.Number,
            value.At,
            (byte)value.Kind,
            value.Account,
            value.Order,
            value.Id,
            value.Price,
            value.Quantity,
            value.Money,
            value.Filter,
            value.AccountTerms,
            value.Quotes,
            value.Reason);
}
