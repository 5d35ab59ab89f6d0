namespace MarketMaker.Grains.Tests.Placement;

/// <summary>One of two grains that belong together under a key.</summary>
[Alias("test-pair")]
public interface IPairGrain : IGrainWithStringKey
{
    [Alias("get-silo")]
    ValueTask<SiloAddress> GetSilo();
}
