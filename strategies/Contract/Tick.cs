namespace MarketMaker.Strategies.Contract;

/// <summary>What a quoting rule knows when it decides: the market, the maker's inventory and
/// orders, and the pair's limits and configuration, at one instant.</summary>
/// <remarks>
/// Prices are in the quote asset for one unit of the base asset, sizes in the base asset. A value
/// that is not known is NaN, never 0: a comparison with it is false. What is counted (venues,
/// fills, own quotes) is read by index from 0; beyond the count, everything is NaN. Reading
/// allocates nothing. Made by the host alone; good until <c>OnTick</c> returns.
/// </remarks>
public readonly struct Tick
{
    /// <summary>Now, in seconds since 1970-01-01 UTC.</summary>
    public double Time { get; internal init; }

    /// <summary>The reference price: the middle of the venues combined; more than 0.</summary>
    public double Mid { get; internal init; }

    /// <summary>The best bid of the venues that the reference comes from; NaN when unknown.
    /// </summary>
    public double VenueBid { get; internal init; }

    /// <summary>The best ask of the venues that the reference comes from; NaN when unknown.
    /// </summary>
    public double VenueAsk { get; internal init; }

    /// <summary>How old the reference is, in seconds; from 0.</summary>
    public double ReferenceAge { get; internal init; }

    /// <summary>How far the reference can be relied on, from 0 (not at all) to 1 (every source
    /// speaks, and they agree).</summary>
    public double Confidence { get; internal init; }

    /// <summary>How many sources the reference has; 0 to 8. A source keeps its index, whether it
    /// speaks or not.</summary>
    public int VenueCount => Lists?.VenueCount ?? 0;

    /// <summary>How much the reference moves, over the last minute or so: the square root of its
    /// variance per second, as a fraction of the price per √second.</summary>
    /// <remarks>0.0001 is a basis point per √second, 0.6 % in an hour. Squared moves are weighted
    /// by age, half of the weight on the last 20 seconds. NaN in the first second.</remarks>
    public double ShortVolatility { get; internal init; }

    /// <summary>As <see cref="ShortVolatility"/>, with half of the weight on the last ten minutes.
    /// </summary>
    public double LongVolatility { get; internal init; }

    /// <summary>The best bid in the own exchange's book, the maker's own included; NaN when there
    /// is none. As of the book's last answer, <see cref="BookAge"/> ago.</summary>
    public double BookBid { get; internal init; }

    /// <summary>The best ask in the own exchange's book, the maker's own included; NaN when there
    /// is none. As of the book's last answer, <see cref="BookAge"/> ago.</summary>
    public double BookAsk { get; internal init; }

    /// <summary>What is wanted at <see cref="BookBid"/>; NaN when there is none.</summary>
    public double BookBidSize { get; internal init; }

    /// <summary>What is offered at <see cref="BookAsk"/>; NaN when there is none.</summary>
    public double BookAskSize { get; internal init; }

    /// <summary>How long ago the own exchange's book last answered, in seconds; NaN before the
    /// first answer. It answers each replacement of the ladder and, while a ladder rests
    /// unchanged, several times in the time that a ladder may stand.</summary>
    public double BookAge { get; internal init; }

    /// <summary>What the maker owns of the base asset, in units of it.</summary>
    public double BaseBalance { get; internal init; }

    /// <summary>What the maker owns of the quote asset, in units of it.</summary>
    public double QuoteBalance { get; internal init; }

    /// <summary>What the maker has bought less what it has sold since its books were opened, in
    /// the base asset.</summary>
    public double Position { get; internal init; }

    /// <summary>How lopsided the inventory is, in [−1, 1]: (0.5 − base value / total value) · 2.
    /// </summary>
    /// <remarks>−1 = everything is in the base asset (bought too much): shift both sides down.
    /// +1 = everything is in the quote asset (sold too much): shift both sides up. 0 = half and
    /// half by value.</remarks>
    public double Skew { get; internal init; }

    /// <summary>How many of the maker's trades since the last tick can be read; at most
    /// <see cref="MaxFills"/>.</summary>
    public int FillCount => Lists?.FillCount ?? 0;

    /// <summary>How many trades since the last tick, the oldest, are no longer at hand; the sums
    /// <see cref="Bought"/> and <see cref="Sold"/> contain them.</summary>
    public int FillsDropped => Lists?.FillsDropped ?? 0;

    /// <summary>What the maker has bought since the last tick, in the base asset.</summary>
    public double Bought { get; internal init; }

    /// <summary>What the maker has sold since the last tick, in the base asset.</summary>
    public double Sold { get; internal init; }

    /// <summary>How many of the maker's bids rest; 0 to <see cref="MaxLevels"/>.</summary>
    public int OwnBidCount => Lists?.BidCount ?? 0;

    /// <summary>How many of the maker's asks rest; 0 to <see cref="MaxLevels"/>.</summary>
    public int OwnAskCount => Lists?.AskCount ?? 0;

    /// <summary>The smallest price step of the pair; more than 0.</summary>
    public double TickSize { get; internal init; }

    /// <summary>The smallest quantity step of the pair, in the base asset; more than 0.</summary>
    public double LotSize { get; internal init; }

    /// <summary>The most levels on each side: <see cref="Quotes.MaxLevels"/>.</summary>
    public int MaxLevels { get; internal init; }

    /// <summary>The lowest price that may be quoted now; more than 0.</summary>
    public double MinPrice { get; internal init; }

    /// <summary>The highest price that may be quoted now.</summary>
    public double MaxPrice { get; internal init; }

    /// <summary>The smallest size of a level: one lot. What is smaller is dropped.</summary>
    public double MinSize => LotSize;

    /// <summary>The largest size of a level.</summary>
    public double MaxSize { get; internal init; }

    /// <summary>How far from <see cref="Mid"/> a price may be, as a fraction of it. Further is a
    /// fault of the tick.</summary>
    public double MaxDistance { get; internal init; }

    /// <summary>The smallest distance of best bid and best ask, in the quote asset: one step of
    /// the price. What is closer is moved apart.</summary>
    public double MinSpread => TickSize;

    /// <summary>Configuration: how many levels to quote on each side; 0 to
    /// <see cref="Quotes.MaxLevels"/>.</summary>
    public int Levels { get; internal init; }

    /// <summary>Configuration: from best bid to best ask, as a fraction of the price: 0.001 is
    /// 0.1 %.</summary>
    public double Spread { get; internal init; }

    /// <summary>Configuration: from one level to the next, as a fraction of the best price.
    /// </summary>
    public double Spacing { get; internal init; }

    /// <summary>Configuration: the size of the best level, in the base asset.</summary>
    public double Size { get; internal init; }

    /// <summary>Configuration: how far a <see cref="Skew"/> of 1 moves both sides, as a fraction
    /// of the price; 0 turns skewing off.</summary>
    public double SkewFactor { get; internal init; }

    /// <summary>The most trades that are kept for a tick.</summary>
    public const int MaxFills = 64;

    internal TickLists? Lists { get; init; }

    /// <summary>A source of the reference.</summary>
    /// <param name="index">From 0; the number that the configuration gives it.</param>
    /// <returns>What it said last; NaN throughout if it has not spoken yet or there is none.
    /// </returns>
    public Venue Venue(int index) =>
        (uint)index < (uint)VenueCount ? Lists!.Venues[index] : Contract.Venue.Unknown;

    /// <summary>One of the maker's trades since the last tick.</summary>
    /// <param name="index">From 0, the oldest at hand, to <see cref="FillCount"/> − 1.</param>
    public OwnFill Fill(int index) =>
        (uint)index < (uint)FillCount ? Lists!.Fill(index) : OwnFill.Unknown;

    /// <summary>One of the maker's resting bids.</summary>
    /// <param name="index">From 0, the best, to <see cref="OwnBidCount"/> − 1.</param>
    public OwnQuote OwnBid(int index) =>
        (uint)index < (uint)OwnBidCount ? Lists!.Bids[index] : OwnQuote.Unknown;

    /// <summary>One of the maker's resting asks.</summary>
    /// <param name="index">From 0, the best, to <see cref="OwnAskCount"/> − 1.</param>
    public OwnQuote OwnAsk(int index) =>
        (uint)index < (uint)OwnAskCount ? Lists!.Asks[index] : OwnQuote.Unknown;
}
