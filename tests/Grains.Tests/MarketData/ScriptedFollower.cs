using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.Tests.MarketData;

/// <summary>A follower that sees what it is told to.</summary>
internal sealed class ScriptedFollower(params MarketView[] views) : IMarketFollower
{
    public IAsyncEnumerable<MarketView> Views(CancellationToken cancellationToken) =>
        views.ToAsyncEnumerable();

    public void Dispose()
    {
        // It follows nothing.
    }
}
