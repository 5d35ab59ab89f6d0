using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Quotes;

/// <summary>By how much a resting ladder may differ from the wanted one before it is replaced:
/// a requote costs queue places, and is not worth a hair.</summary>
/// <param name="Price">Per level, as a share of the wanted price.</param>
/// <param name="Size">Per level, as a share of the wanted size.</param>
public readonly record struct QuoteTolerance(Ratio Price, Ratio Size)
{
    /// <summary>Whether a side rests well enough: the ladder is judged as a whole, so that levels
    /// of two ladders never mix and no spread becomes wider than either's.</summary>
    /// <param name="wanted">The wanted quotes, best first.</param>
    /// <param name="resting">The resting quotes, best first.</param>
    public bool Covers(ReadOnlySpan<Quote> wanted, ReadOnlySpan<Quote> resting)
    {
        if (wanted.Length != resting.Length)
            return false;
        for (var i = 0; i < wanted.Length; i++)
        {
            var price = wanted[i].Price.Ticks;
            var size = wanted[i].Quantity.Lots;
            if (Price.IsPassedBy(resting[i].Price.Ticks - price, price)
                || Size.IsPassedBy(resting[i].Quantity.Lots - size, size))
                return false;
        }
        return true;
    }
}
