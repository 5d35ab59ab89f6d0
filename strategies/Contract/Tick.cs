namespace MarketMaker.Strategies.Contract;

/// <summary>What a quoting rule knows when it decides: the market, the maker's inventory and the
/// pair's quoting parameters, at one instant.</summary>
/// <remarks>
/// Prices are in the quote asset for one unit of the base asset. A value that is not known is NaN,
/// never 0: a comparison with it is false. The parameters are set per pair by the operator.
/// </remarks>
public readonly struct Tick
{
    /// <summary>Now, in seconds since 1970-01-01 UTC.</summary>
    public double Time { get; init; }

    /// <summary>The reference price: the middle of the venues combined; more than 0.</summary>
    public double Mid { get; init; }

    /// <summary>The best bid of the venues that the reference comes from; NaN when unknown.
    /// </summary>
    public double VenueBid { get; init; }

    /// <summary>The best ask of the venues that the reference comes from; NaN when unknown.
    /// </summary>
    public double VenueAsk { get; init; }

    /// <summary>How old the reference is, in seconds; from 0.</summary>
    public double ReferenceAge { get; init; }

    /// <summary>The best bid in the own exchange's book, the maker's own included; NaN when there
    /// is none.</summary>
    public double BookBid { get; init; }

    /// <summary>The best ask in the own exchange's book, the maker's own included; NaN when there
    /// is none.</summary>
    public double BookAsk { get; init; }

    /// <summary>What the maker owns of the base asset, in units of it.</summary>
    public double BaseBalance { get; init; }

    /// <summary>What the maker owns of the quote asset, in units of it.</summary>
    public double QuoteBalance { get; init; }

    /// <summary>How lopsided the inventory is, in [−1, 1]: (0.5 − base value / total value) · 2.
    /// </summary>
    /// <remarks>−1 = everything is in the base asset (bought too much): shift both sides down.
    /// +1 = everything is in the quote asset (sold too much): shift both sides up. 0 = half and
    /// half by value.</remarks>
    public double Skew { get; init; }

    /// <summary>The smallest price step of the pair; more than 0.</summary>
    public double TickSize { get; init; }

    /// <summary>The smallest quantity step of the pair, in the base asset; more than 0.</summary>
    public double LotSize { get; init; }

    /// <summary>Parameter: how many levels to quote on each side; 0 to
    /// <see cref="Quotes.MaxLevels"/>.</summary>
    public int Levels { get; init; }

    /// <summary>Parameter: from best bid to best ask, as a fraction of the price: 0.001 is 0.1 %.
    /// </summary>
    public double Spread { get; init; }

    /// <summary>Parameter: from one level to the next, as a fraction of the best price.</summary>
    public double Spacing { get; init; }

    /// <summary>Parameter: the size of the best level, in the base asset.</summary>
    public double Size { get; init; }

    /// <summary>Parameter: how far a <see cref="Skew"/> of 1 moves both sides, as a fraction of
    /// the price; 0 turns skewing off.</summary>
    public double SkewFactor { get; init; }
}
