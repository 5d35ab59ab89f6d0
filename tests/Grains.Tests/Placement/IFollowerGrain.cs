namespace MarketMaker.Grains.Tests.Placement;

/// <summary>Stands for the engine.</summary>
[Alias("test-follower")]
public interface IFollowerGrain : IPairGrain
{
    [Alias("move-to")]
    ValueTask MoveTo(SiloAddress silo);
}
