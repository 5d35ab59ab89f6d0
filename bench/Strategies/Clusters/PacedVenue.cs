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

    private static readonly TimeSpan _timer = TimeSpan.FromMilliseconds(1);

    private readonly ConcurrentDictionary<PairId, Instrument> _followed = new();

    public string Venue => "binance";

    public FeedStatistics Statistics =>
        throw new NotSupportedException("This venue has no connections to count.");

    public void Follow(Instrument instrument) => _followed[instrument.Pair] = instrument;

    public bool Unfollow(PairId pair, int source) => _followed.TryRemove(pair, out _);

    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(_timer);
        var startedAt = Stopwatch.GetTimestamp();
        var told = 0L;
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                var due = (long)(
                    Stopwatch.GetElapsedTime(startedAt).TotalSeconds * ticksPerSecond);
                while (told < due)
                    Tell(++told);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The run is over.
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
