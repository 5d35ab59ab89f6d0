using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using Microsoft.AspNetCore.Http;

namespace MarketMaker.Api.Strategies;

/// <summary>Who asks, and why: from the body's fields or the request's headers. There is no
/// authentication: the name is for the audit, and for two people to be two.</summary>
internal static class OperatorName
{
    /// <summary>The header that names who asks, where the body does not.</summary>
    public const string Header = "X-Operator";

    /// <summary>The header that says why, where the body does not.</summary>
    public const string ReasonHeader = "X-Reason";

    /// <summary>Reads both.</summary>
    /// <param name="request">Its headers stand in for fields that are missing.</param>
    /// <param name="name">The body's operator; null if it has none.</param>
    /// <param name="reason">The body's reason; null if it has none.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public static StrategyAct Read(
        HttpRequest request, string? name, string? reason, List<FieldError> errors)
    {
        var header = request.Headers[Header].ToString();
        if (name is not null && header.Length > 0 && name != header)
        {
            errors.Add(new FieldError(
                "operator", $"operator and the header {Header} must not differ."));
        }
        var who = name ?? (header.Length > 0 ? header : StrategyAct.Unknown);
        var why = reason ?? request.Headers[ReasonHeader].ToString();
        if (!IsValid(who))
        {
            errors.Add(new FieldError(
                "operator",
                $"operator must have 1 to {StrategyAct.MaxOperator} of the characters a-z, A-Z, "
                    + "0-9, '.', '-', '_', '@'."));
        }
        if (who == StrategyAct.Product)
        {
            errors.Add(new FieldError(
                "operator", $"operator must not be {StrategyAct.Product}: it is no person."));
        }
        if (why.Length > StrategyAct.MaxReason || why.Any(char.IsControl))
        {
            errors.Add(new FieldError(
                "reason",
                $"reason must have at most {StrategyAct.MaxReason} characters on one line."));
        }
        return new StrategyAct(who, why);
    }

    private static bool IsValid(string name) =>
        name.Length is >= 1 and <= StrategyAct.MaxOperator
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@');
}
