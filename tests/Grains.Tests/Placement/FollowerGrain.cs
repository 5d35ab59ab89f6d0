using MarketMaker.Grains.Placement;
using Orleans.Placement;

namespace MarketMaker.Grains.Tests.Placement;

[AnchoredPlacement, Immovable, KeepAlive]
public sealed class FollowerGrain : Grain, IFollowerGrain
{
    public ValueTask<SiloAddress> GetSilo() => new(GrainContext.Address.SiloAddress!);

    public ValueTask MoveTo(SiloAddress silo)
    {
        Anchor.Move(this, silo);
        return default;
    }
}
