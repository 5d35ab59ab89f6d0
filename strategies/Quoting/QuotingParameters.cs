using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;

namespace MarketMaker.Strategies.Quoting;

/// <summary>A pair's configuration in the units of those who use it: doubles for the rule, exact
/// integers for the limits.</summary>
/// <param name="Levels">See <see cref="Contract.Tick.Levels"/>.</param>
/// <param name="Spread">See <see cref="Contract.Tick.Spread"/>.</param>
/// <param name="Spacing">See <see cref="Contract.Tick.Spacing"/>.</param>
/// <param name="Size">See <see cref="Contract.Tick.Size"/>.</param>
/// <param name="SkewFactor">See <see cref="Contract.Tick.SkewFactor"/>.</param>
/// <param name="Protection">When not to quote.</param>
/// <param name="Tolerance">What difference is not worth a requote.</param>
public sealed record QuotingParameters(
    int Levels,
    double Spread,
    double Spacing,
    double Size,
    double SkewFactor,
    ProtectionLimits Protection,
    QuoteTolerance Tolerance);
