using MarketMaker.Api.Json;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Pairs;

/// <summary>What a pair's maker does now, and why.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Mode">What the operator wants.</param>
/// <param name="Quoting">Whether both sides are quoted.</param>
/// <param name="Reason">Why the maker does not quote, or none.</param>
/// <param name="Explanation">The answer to "why am I (not) quoting?", in a line.</param>
/// <param name="Reference">The reference price; null before the first.</param>
/// <param name="ReferenceAgeMs">How old it is, in milliseconds; null before the first.</param>
/// <param name="ReferenceSource">Where it comes from; says so when it is simulated.</param>
/// <param name="Confidence">How far the reference can be relied on, 0 to 1; 0 while it may not be
/// quoted on.</param>
/// <param name="Sources">What the reference is made of, and why a source is not used.</param>
/// <param name="MarkUp">Why the ladder is wider and smaller than the rule wants it, or none.
/// </param>
/// <param name="Strategy">The quoting rule.</param>
/// <param name="StrategyVersion">The rule's content hash.</param>
/// <param name="RuleFault">Why the rule's last tick was not sent; null when it was.</param>
/// <param name="Skew">Where the inventory lies: −1 all base, +1 all quote, 0 balanced.</param>
/// <param name="Bids">The ladder's bids as last known, best first.</param>
/// <param name="Asks">The ladder's asks as last known, best first.</param>
/// <param name="TickSize">The smallest price step, in the quote asset.</param>
/// <param name="LotSize">The smallest size step, in the base asset.</param>
public sealed record PairDocument(
    string Pair,
    MakerMode Mode,
    bool Quoting,
    PauseReason Reason,
    string Explanation,
    decimal? Reference,
    long? ReferenceAgeMs,
    string ReferenceSource,
    decimal Confidence,
    IReadOnlyList<SourceDocument> Sources,
    MarkUpReason MarkUp,
    string Strategy,
    string StrategyVersion,
    string? RuleFault,
    decimal Skew,
    IReadOnlyList<LevelDocument> Bids,
    IReadOnlyList<LevelDocument> Asks,
    decimal TickSize,
    decimal LotSize)
{
    internal static PairDocument From(PairSpec spec, PairStatus status)
    {
        var known = status.Reference.IsKnown;
        return new PairDocument(
            spec.Id.ToString(),
            status.Mode,
            status.IsQuoting,
            status.Reason,
            status.Explanation,
            known ? spec.ToDecimal(status.Reference) : null,
            known ? (long)status.ReferenceAge.TotalMilliseconds : null,
            status.ReferenceSource,
            status.ConfidencePartsPerMillion / 1_000_000m,
            [.. status.Sources.Select(source => SourceDocument.From(spec, source))],
            status.MarkUp,
            status.Strategy,
            status.StrategyVersion,
            status.RuleFault,
            Fractions.Skew(status.Skew),
            [.. status.Bids.Select(quote => LevelDocument.From(spec, quote))],
            [.. status.Asks.Select(quote => LevelDocument.From(spec, quote))],
            spec.TickSize,
            spec.LotSize);
    }
}
