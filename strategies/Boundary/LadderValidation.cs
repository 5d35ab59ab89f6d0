using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Boundary;

/// <summary>Judges a rule's answer as it was said, before rounding.</summary>
/// <remarks>Every comparison asks for what is right and negates it, so that NaN fails.</remarks>
public static class LadderValidation
{
    /// <summary>The furthest that a price may be from the reference, as a fraction of it.</summary>
    public const double MaxDistance = 0.5;

    /// <summary>The lowest price within <see cref="MaxDistance"/> of the reference. What a rule is
    /// told and what it is judged by are this one double, so that the bound itself is sound.
    /// </summary>
    public static double LowestPrice(double mid) => mid * (1 - MaxDistance);

    /// <summary>The highest price within <see cref="MaxDistance"/> of the reference.</summary>
    /// <inheritdoc cref="LowestPrice"/>
    public static double HighestPrice(double mid) => mid * (1 + MaxDistance);

    /// <summary>The first fault of the answer, if it has one.</summary>
    public static LadderVerdict Check(Quotes quotes, PairSpec spec)
    {
        var verdict = CheckSide(quotes.Bids, Side.Buy, quotes.Mid, spec);
        if (!verdict.IsSound)
            return verdict;
        verdict = CheckSide(quotes.Asks, Side.Sell, quotes.Mid, spec);
        if (!verdict.IsSound)
            return verdict;
        var bids = quotes.Bids.Levels;
        var asks = quotes.Asks.Levels;
        return bids.IsEmpty || asks.IsEmpty || bids[0].Price < asks[0].Price
            ? default
            : new LadderVerdict(QuoteFault.BidNotBelowAsk, Side.Buy, 0);
    }

    private static LadderVerdict CheckSide(
        LadderSide ladder, Side side, double mid, PairSpec spec)
    {
        var levels = ladder.Levels;
        if (ladder.Overflowed && ladder.PulledBecause is null)
            return new LadderVerdict(QuoteFault.TooManyLevels, side, levels.Length);
        for (var i = 0; i < levels.Length; i++)
        {
            var fault = CheckPrice(levels[i].Price, mid, spec);
            if (fault == QuoteFault.None && i > 0
                && !IsFurtherOut(levels[i].Price, levels[i - 1].Price, side))
                fault = QuoteFault.PriceNotMonotonic;
            if (fault == QuoteFault.None)
                fault = CheckSize(levels[i].Size, spec);
            if (fault != QuoteFault.None)
                return new LadderVerdict(fault, side, i);
        }
        return default;
    }

    private static bool IsFurtherOut(double price, double previous, Side side) =>
        side == Side.Buy ? price < previous : price > previous;

    private static QuoteFault CheckPrice(double price, double mid, PairSpec spec)
    {
        if (!double.IsFinite(price))
            return QuoteFault.PriceNotFinite;
        var ticks = Grid.Steps(price, (double)spec.TickSize);
        if (!(ticks >= 1))
            return QuoteFault.PriceBelowTick;
        if (!(ticks <= Math.Min(spec.MaxPrice.Ticks, Grid.MaxSteps)))
            return QuoteFault.PriceAboveMaximum;
        if (!(price >= LowestPrice(mid) && price <= HighestPrice(mid)))
            return QuoteFault.PriceTooFar;
        return QuoteFault.None;
    }

    private static QuoteFault CheckSize(double size, PairSpec spec)
    {
        if (!double.IsFinite(size))
            return QuoteFault.SizeNotFinite;
        if (!(size > 0))
            return QuoteFault.SizeNotPositive;
        var lots = Grid.Steps(size, (double)spec.LotSize);
        if (!(lots <= Math.Min(spec.MaxQuantity.Lots, Grid.MaxSteps)))
            return QuoteFault.SizeAboveMaximum;
        return QuoteFault.None;
    }
}
