using MarketMaker.Engine.Market;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Pairs;

/// <summary>A listed pair, and what its maker does if it has one.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="BaseAsset">What is bought and sold.</param>
/// <param name="QuoteAsset">What prices are in.</param>
/// <param name="TickSize">The smallest price step, in the quote asset.</param>
/// <param name="LotSize">The smallest size step, in the base asset.</param>
/// <param name="Active">Whether the pair has a maker. GET /pairs/{pair} makes one.</param>
/// <param name="Mode">What the operator wants; null while the pair is not active.</param>
/// <param name="Quoting">Whether both sides are quoted.</param>
/// <param name="Reason">Why the maker does not quote, or none; null while not active.</param>
/// <param name="Explanation">The answer to "why am I (not) quoting?"; null while not active, unless
/// the pair is out of service.</param>
/// <param name="Reference">The reference price; null before the first.</param>
public sealed record PairSummary(
    string Pair,
    string BaseAsset,
    string QuoteAsset,
    decimal TickSize,
    decimal LotSize,
    bool Active,
    MakerMode? Mode,
    bool Quoting,
    PauseReason? Reason,
    string? Explanation,
    decimal? Reference)
{
    internal static PairSummary From(Market market, PairStatus? status)
    {
        var spec = market.Spec;
        return new PairSummary(
            market.Name,
            spec.Id.BaseAsset,
            spec.Id.QuoteAsset,
            spec.TickSize,
            spec.LotSize,
            status is not null,
            status?.Mode,
            status?.IsQuoting ?? false,
            status?.Reason,
            status?.Explanation,
            status?.Reference is { IsKnown: true } mark ? spec.ToDecimal(mark) : null);
    }
}
