using System.Collections.Concurrent;
using System.Diagnostics;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds;

namespace MarketMaker.Bench.Strategies.Clusters;

/// <summary>A venue that tells each pair's price so often, and a new one each time, so that every
/// tick replaces the ladder.</summary>
internal sealed class PacedVenue(IVenueQuoteSink sink, int ticksPerSecond) : IVenueFeed
{
    private const int Middle = 10_000_000;
    private const int Swing = 2_000;
    private const int Step = 500;

    private readonly ConcurrentDictionary<PairId, Instrument> _followed = new();

    public string Venue => "binance";

    public FeedStatistics Statistics =>
        throw new NotSupportedException("This venue has no connections to count.");

    public void Follow(Instrument instrument) => _followed[instrument.Pair] = instrument;

    public bool Unfollow(PairId pair, int source) => _followed.TryRemove(pair, out _);

    /// <remarks>On a thread of its own: the runtime's timers come two milliseconds apart, and would
    /// tell two prices at a time, of which the first is never used.</remarks>
    public Task RunAsync(CancellationToken cancel) => Task.Factory.StartNew(
        () => Run(cancel), CancellationToken.None, TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private void Run(CancellationToken cancel)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var told = 0L;
        while (!cancel.WaitHandle.WaitOne(1))
        {
            var due = (long)(
                Stopwatch.GetElapsedTime(startedAt).TotalSeconds * ticksPerSecond);
            while (told < due)
                Tell(++told);
        }
    }

    private void Tell(long number)
    {
        var price = new Price(Middle + number * Step % Swing);
        var quote = new VenueQuote(
            price, new Quantity(1000), price + Offset.OneTick, new Quantity(1000));
        foreach (var pair in _followed.Keys)
            sink.OnQuote(pair, 0, quote, Stopwatch.GetTimestamp());
    }
}
