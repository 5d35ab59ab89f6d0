using System.Threading.Channels;
using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.MarketData;

/// <inheritdoc cref="IMarketFollower"/>
internal sealed class MarketFollower(Action<MarketFollower> leave) : IMarketFollower
{
    private readonly Channel<MarketView> _views = Channel.CreateBounded<MarketView>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    private int _hasLeft;

    /// <inheritdoc/>
    public IAsyncEnumerable<MarketView> Views(CancellationToken cancellationToken) =>
        _views.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Gives the follower a view in place of one that it has not taken yet.</summary>
    public void Offer(MarketView view) => _views.Writer.TryWrite(view);

    /// <summary>Ends the follower's views.</summary>
    public void End() => _views.Writer.TryComplete();

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        if (Interlocked.Exchange(ref _hasLeft, 1) == 0)
            leave(this);
    }
}
