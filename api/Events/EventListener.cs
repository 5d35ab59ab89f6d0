using System.Threading.Channels;

namespace MarketMaker.Api.Events;

/// <summary>A client that listens. It holds one event: a slow client sees the newest and misses
/// some before, and nobody waits for it.</summary>
internal sealed class EventListener(Action<EventListener> leave) : IDisposable
{
    private readonly Channel<string> _events = Channel.CreateBounded<string>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>The events, as JSON, until the feed ends.</summary>
    public IAsyncEnumerable<string> Events => _events.Reader.ReadAllAsync();

    /// <summary>Gives the client an event.</summary>
    public void Offer(string json) => _events.Writer.TryWrite(json);

    /// <summary>Ends the client's stream.</summary>
    public void End() => _events.Writer.TryComplete();

    /// <summary>Leaves the feed.</summary>
    public void Dispose()
    {
        End();
        leave(this);
    }
}
