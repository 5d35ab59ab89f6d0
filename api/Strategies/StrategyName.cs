using MarketMaker.Api.Problems;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MarketMaker.Api.Strategies;

/// <summary>The names that quoting rules and their versions may have.</summary>
internal static class StrategyName
{
    private const int HashLength = 64;

    /// <summary>What a name must be.</summary>
    public static readonly FieldError Fault = new(
        "name",
        $"name must have 1 to {ApiLimits.MaxStrategyNameLength} of the characters a-z, 0-9, '-'.");

    /// <summary>404: no rule has the name.</summary>
    public static ProblemHttpResult Unknown =>
        Problem.NotFound(
            "Unknown strategy", "No quoting rule has this name. GET /strategies lists all.");

    /// <summary>404: the rule has no such version.</summary>
    public static ProblemHttpResult UnknownVersion =>
        Problem.NotFound(
            "Unknown version",
            "The rule has no such version, or has forgotten it. GET /strategies/{name}/versions "
                + "lists those that it has.");

    /// <summary>Whether a text is a name.</summary>
    public static bool IsValid(string text) =>
        text.Length is >= 1 and <= ApiLimits.MaxStrategyNameLength
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether a text is a version's content hash.</summary>
    public static bool IsVersion(string text) =>
        text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);
}
