namespace MarketMaker.Grains.Tests.Placement;

/// <summary>Stands for the maker.</summary>
[Alias("test-leader")]
public interface ILeaderGrain : IPairGrain
{
    [Alias("move-to")]
    ValueTask MoveTo(SiloAddress silo);
}
