using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Strategies;

/// <summary>The names that quoting rules may have.</summary>
internal static class StrategyName
{
    /// <summary>What a name must be.</summary>
    public static readonly FieldError Fault = new(
        "name",
        $"name must have 1 to {ApiLimits.MaxStrategyNameLength} of the characters a-z, 0-9, '-'.");

    /// <summary>Whether a text is a name.</summary>
    public static bool IsValid(string text) =>
        text.Length is >= 1 and <= ApiLimits.MaxStrategyNameLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
