using System.Runtime.CompilerServices;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Safeguards;

/// <summary>The prices that a market allows around its reference.</summary>
internal sealed class PriceBand(PairSpec spec)
{
    private Mark _reference;
    private Instant _heardAt;

    /// <summary>Takes a reference in, unless it is older than the last.</summary>
    public void Observe(Mark reference, Instant heardAt)
    {
        if (heardAt >= _heardAt)
            (_reference, _heardAt) = (reference, heardAt);
    }

    /// <summary>The lowest and the highest price that are allowed now, rounded outwards to a tick;
    /// all of the pair's without a fresh reference.</summary>
    public (Price Low, Price High) At(Instant now, MarketLimits limits)
    {
        var isOff = limits.Band == default || !_reference.IsKnown
            || now - _heardAt > limits.MaxReferenceAge;
        return isOff ? (new Price(1), spec.MaxPrice) : Around(limits.Band);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (Price Low, Price High) Around(Ratio band)
    {
        const long whole = MarketLimits.MaxBandPartsPerMillion;
        var low = (Int128)_reference.HalfTicks * (whole - band.PartsPerMillion);
        var high = (Int128)_reference.HalfTicks * (whole + band.PartsPerMillion);
        return (
            new Price((long)Int128.Clamp(low / (2 * whole), 1, spec.MaxPrice.Ticks)),
            new Price((long)Int128.Clamp(
                (high + 2 * whole - 1) / (2 * whole), 1, spec.MaxPrice.Ticks)));
    }
}
