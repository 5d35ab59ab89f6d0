using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Api.Strategies;

/// <summary>A version of a quoting rule.</summary>
/// <param name="Version">Its content hash.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="UploadedAt">When it came in.</param>
/// <param name="UploadedBy">Who uploaded it.</param>
/// <param name="Reason">Why.</param>
/// <param name="BuiltIn">Whether it came with the product.</param>
/// <param name="BadBecause">Why it may not be put in force again; null if it may.</param>
public sealed record VersionDocument(
    string Version,
    VersionStatus Status,
    DateTimeOffset UploadedAt,
    string UploadedBy,
    string Reason,
    bool BuiltIn,
    string? BadBecause)
{
    internal static VersionDocument From(StrategyVersionView view) =>
        new(
            view.Version,
            view.Status,
            view.UploadedAt.ToDateTimeOffset(),
            view.UploadedBy,
            view.Reason,
            view.Ships,
            view.BadBecause);
}
