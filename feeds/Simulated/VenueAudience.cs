using System.Collections.Concurrent;

namespace MarketMaker.Feeds.Simulated;

/// <summary>The connections of a simulated venue.</summary>
internal sealed class VenueAudience : IVenueAudience
{
    private readonly ConcurrentDictionary<VenueConnection, bool> _connections = new();
    private readonly ConcurrentDictionary<string, VenueFrame> _lastOfOkx = new();
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>The connections now.</summary>
    public IEnumerable<VenueConnection> Connections => _connections.Keys;

    /// <summary>The last frame of each of the streams, of those that are sent it at once.</summary>
    public IEnumerable<VenueFrame> LastOf(IEnumerable<string> streams)
    {
        foreach (var stream in streams)
        {
            if (_lastOfOkx.TryGetValue(stream, out var last))
                yield return last;
        }
    }

    /// <summary>Lets a connection take part while it runs.</summary>
    public async Task AttendAsync(VenueConnection connection, CancellationToken stopping)
    {
        _connections.TryAdd(connection, true);
        NoteChange();
        try
        {
            await connection.RunAsync(stopping);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
            NoteChange();
        }
    }

    /// <summary>Wakes all who wait for a change of connections or subscriptions.</summary>
    public void NoteChange() => Interlocked.Exchange(ref _changed, NewSignal()).TrySetResult();

    /// <summary>Completes when every stream has a subscriber.</summary>
    public async Task WaitForSubscribersAsync(
        IReadOnlyCollection<string> streams, CancellationToken cancel)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (streams.All(x => Connections.Any(c => c.Streams.Names.Contains(x))))
                return;
            await changed.WaitAsync(cancel);
        }
    }

    public async ValueTask PublishAsync(VenueFrame frame, CancellationToken cancel)
    {
        if (frame.IsOfOkx)
            _lastOfOkx[frame.Stream!] = frame;
        foreach (var (connection, _) in _connections)
        {
            if (frame.Stream is null || connection.Streams.Names.Contains(frame.Stream))
                await connection.EnqueueAsync(frame, cancel);
        }
    }

    public Task FlushAsync(CancellationToken cancel) =>
        Task.WhenAll(Connections.Select(x => x.FlushAsync(cancel)));

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
