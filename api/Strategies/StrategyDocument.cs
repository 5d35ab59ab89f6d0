using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Strategies;

/// <summary>A quoting rule as it is in force.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its content hash.</param>
/// <param name="Source">The script.</param>
/// <param name="UploadedAt">When it came into force; null for one as it ships.</param>
/// <param name="BuiltIn">Whether a rule of this name ships with the product.</param>
public sealed record StrategyDocument(
    string Name, string Version, string Source, DateTimeOffset? UploadedAt, bool BuiltIn)
{
    internal static StrategyDocument From(StrategyVersion rule, bool builtIn) =>
        new(
            rule.Name,
            rule.Version,
            rule.Source,
            rule.UploadedAt == default ? null : rule.UploadedAt.ToDateTimeOffset(),
            builtIn);
}
