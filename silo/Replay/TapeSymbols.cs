using System.Collections.Frozen;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Replay;

/// <summary>Looks which symbols a tape speaks of.</summary>
internal static class TapeSymbols
{
    /// <summary>Reads the tape once, without serving it.</summary>
    public static async Task<IReadOnlySet<string>> Read(
        string path, CancellationToken cancellation)
    {
        var listener = new SymbolListener();
        var tape = new TapeSource(
            new TapeOptions { Path = path, Speed = TapeSpeed.Max }, TimeProvider.System);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = tape.RunAsync(listener, ended.Token);
        await tape.PlayAsync(cancellation);
        await ended.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
        return listener.Symbols.ToFrozenSet();
    }

    private sealed class SymbolListener : IVenueAudience
    {
        public HashSet<string> Symbols { get; } = [];

        public ValueTask PublishAsync(VenueFrame frame, CancellationToken cancel)
        {
            if (frame.Stream is { } stream)
                Symbols.Add(stream.Split('@')[0].ToUpperInvariant());
            return default;
        }

        public Task FlushAsync(CancellationToken cancel) => Task.CompletedTask;
    }
}
