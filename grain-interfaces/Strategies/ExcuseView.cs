using MarketMaker.Engine.Market;

namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>For how long a maker did not have to quote, and why.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Seconds">For how long.</param>
[GenerateSerializer, Immutable, Alias("ExcuseView")]
public sealed record ExcuseView(
    [property: Id(0)] PauseReason Reason, [property: Id(1)] decimal Seconds);
