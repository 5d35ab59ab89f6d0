using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Boundary;

/// <summary>How lopsided an inventory is, for <see cref="Contract.Tick.Skew"/>.</summary>
public static class InventorySkew
{
    /// <summary>(0.5 − base value / total value) · 2, computed as (quote − base) / (quote + base)
    /// so that integers are divided once.</summary>
    /// <param name="baseBalance">What is owned of the base asset.</param>
    /// <param name="quoteBalance">What is owned of the quote asset.</param>
    /// <param name="mark">What the base asset is valued at.</param>
    /// <returns>In [−1, 1]: −1 = all base (bought too much), +1 = all quote (sold too much), 0 =
    /// half and half. Also 0 when the mark is unknown or the total is not positive: then there is
    /// nothing to balance.</returns>
    public static double Of(Quantity baseBalance, Notional quoteBalance, Mark mark)
    {
        var baseValue = (Int128)mark.HalfTicks * baseBalance.Lots;
        var quoteValue = (Int128)quoteBalance.TickLots * 2;
        var total = baseValue + quoteValue;
        if (!mark.IsKnown || total <= 0)
            return 0;
        return Math.Clamp((double)(quoteValue - baseValue) / (double)total, -1, 1);
    }
}
