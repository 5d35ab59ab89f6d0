namespace MarketMaker.Grains.Tests.Streams;

/// <summary>A consumer of numbered events.</summary>
[Alias("test-listener")]
public interface IListenerGrain : IGrainWithStringKey
{
    [Alias("get-silo")]
    Task<SiloAddress> GetSilo();
}
