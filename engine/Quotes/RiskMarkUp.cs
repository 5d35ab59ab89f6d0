using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Quotes;

/// <summary>What is put on top of a rule's ladder because of a risk that the rule does not know:
/// wider, smaller, and why.</summary>
/// <remarks>Applied after the rule and its rounding, before what rests is compared.</remarks>
/// <param name="Reason">Why.</param>
/// <param name="Distance">Each level's distance from the ladder's middle, as a share of what the
/// rule wanted; from 1 000 000.</param>
/// <param name="Size">Each level's size, as a share of what the rule wanted; to 1 000 000.</param>
public readonly record struct RiskMarkUp(MarkUpReason Reason, Ratio Distance, Ratio Size)
{
    private const long All = 1_000_000;

    /// <summary>Nothing is put on top.</summary>
    public static RiskMarkUp None => new(MarkUpReason.None, new(All), new(All));

    /// <summary>One source of several: three times as wide, half as large.</summary>
    public static RiskMarkUp SingleSource =>
        new(MarkUpReason.SingleSource, new(3 * All), new(All / 2));

    /// <summary>Puts it on top of a ladder.</summary>
    /// <remarks>Distances are measured from the middle of the best bid and ask, so that a ladder
    /// that leans against its inventory goes on leaning; where a side is missing, from the
    /// reference. Prices are rounded outwards, sizes down, but not below a lot. A level that would
    /// leave the range of prices is left out.</remarks>
    /// <param name="bids">The wanted bids, best first; changed in place.</param>
    /// <param name="asks">The wanted asks, best first; changed in place.</param>
    /// <param name="reference">The reference price.</param>
    /// <param name="maxPrice">The pair's highest price.</param>
    public void Apply(List<Quote> bids, List<Quote> asks, Mark reference, Price maxPrice)
    {
        if (Reason == MarkUpReason.None)
            return;
        var middle = bids.Count > 0 && asks.Count > 0
            ? Mark.Middle(bids[0].Price, asks[0].Price)
            : reference;
        Apply(bids, middle, maxPrice);
        Apply(asks, middle, maxPrice);
    }

    private void Apply(List<Quote> side, Mark middle, Price maxPrice)
    {
        var kept = 0;
        for (var i = 0; i < side.Count; i++)
        {
            var quote = side[i];
            var price = Move(quote, middle);
            if (price < 1 || price > maxPrice.Ticks)
                continue;
            var size = (long)((Int128)quote.Quantity.Lots * Size.PartsPerMillion / All);
            side[kept++] = new Quote(
                quote.Side, new Price((long)price), new Quantity(Math.Max(1, size)));
        }
        side.RemoveRange(kept, side.Count - kept);
    }

    /// <returns>The ticks; they may be outside the range of prices.</returns>
    private Int128 Move(in Quote quote, Mark middle)
    {
        var away = (Int128)quote.Price.Ticks * 2 - middle.HalfTicks;
        // What the rule put beyond the reference stays where it is.
        if (quote.Side == Side.Buy ? away >= 0 : away <= 0)
            return quote.Price.Ticks;
        var doubled = middle.HalfTicks * (Int128)All + away * Distance.PartsPerMillion;
        var (ticks, rest) = Int128.DivRem(doubled, 2 * All);
        return quote.Side == Side.Sell && rest > 0 ? ticks + 1
            : quote.Side == Side.Buy && rest < 0 ? ticks - 1
            : ticks;
    }
}
