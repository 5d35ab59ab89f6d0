using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What a maker does now, and why.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Mode">What the operator wants.</param>
/// <param name="Reason">Why it does not quote, or <see cref="PauseReason.None"/>.</param>
/// <param name="Explanation">The answer to "why am I (not) quoting?", in a line.</param>
/// <param name="Reference">The reference price; 0 before the first.</param>
/// <param name="ReferenceAge">How old it is.</param>
/// <param name="ReferenceSource">Where it comes from; says so when it is simulated.</param>
/// <param name="Strategy">The quoting rule.</param>
/// <param name="StrategyVersion">The rule's content hash.</param>
/// <param name="RuleFault">Why the rule's last tick was not sent; null when it was.</param>
/// <param name="Bids">The ladder's bids as last known, best first.</param>
/// <param name="Asks">The ladder's asks as last known, best first.</param>
/// <param name="Skew">Where the inventory lies: −1 all base, +1 all quote, 0 balanced.</param>
[GenerateSerializer, Immutable, Alias("PairStatus")]
public sealed record PairStatus(
    [property: Id(0)] PairId Pair,
    [property: Id(1)] MakerMode Mode,
    [property: Id(2)] PauseReason Reason,
    [property: Id(3)] string Explanation,
    [property: Id(4)] Mark Reference,
    [property: Id(5)] TimeSpan ReferenceAge,
    [property: Id(6)] string ReferenceSource,
    [property: Id(7)] string Strategy,
    [property: Id(8)] string StrategyVersion,
    [property: Id(9)] string? RuleFault,
    [property: Id(10)] Quote[] Bids,
    [property: Id(11)] Quote[] Asks,
    [property: Id(12)] double Skew)
{
    /// <summary>Whether both sides are quoted.</summary>
    public bool IsQuoting => Bids.Length > 0 && Asks.Length > 0;

    /// <summary>What the reference is made of.</summary>
    [Id(20)]
    public SourceView[] Sources { get; init; } = [];

    /// <summary>How far the reference can be relied on, 0 to 1 000 000.</summary>
    [Id(21)]
    public long ConfidencePartsPerMillion { get; init; }

    /// <summary>Why the ladder is wider and smaller than the rule wants it.</summary>
    [Id(22)]
    public MarkUpReason MarkUp { get; init; }
}
