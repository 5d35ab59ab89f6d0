using MarketMaker.Grains.Placement;
using Orleans.Placement;

namespace MarketMaker.Grains.Tests.Placement;

/// <summary>Follows the recipe that <see cref="Anchor"/> documents.</summary>
[AnchoredPlacement, Immovable, KeepAlive]
public sealed class LeaderGrain : Grain, ILeaderGrain
{
    private SiloAddress Here => GrainContext.Address.SiloAddress!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        IFollowerGrain follower =
            GrainFactory.GetGrain<IFollowerGrain>(this.GetPrimaryKeyString());
        SiloAddress there = await Anchor.At(Here, follower.GetSilo);
        if (there != Here)
        {
            await follower.MoveTo(Here);
        }
    }

    public ValueTask<SiloAddress> GetSilo() => new(Here);

    public ValueTask MoveTo(SiloAddress silo)
    {
        Anchor.Move(this, silo);
        return default;
    }
}
