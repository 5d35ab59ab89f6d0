using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;
using MarketMaker.Feeds.Simulated;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Bench.Feeds.Faults;

/// <summary>An adapter, as it ships, against a simulated venue in the same process that falls ill.
/// </summary>
internal sealed class FaultTrial(string adapter, FaultCase illness)
{
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    /// <summary>Longer than a refused symbol is left alone, which is half a minute.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(500);

    private readonly TimeProvider _time = TimeProvider.System;
    private readonly PairSpec _btc = Spec("BTC-USDT");
    private readonly PairSpec _eth = Spec("ETH-USDT");

    /// <summary>Runs it.</summary>
    public async Task<FaultResult> RunAsync(CancellationToken cancel)
    {
        await using var venue = new SimulatedVenue(new PriceProcessSource(
            [Lively("BTC", 60_000m), Lively("ETH", 2_600m)], seed: 1, _time));
        await venue.StartAsync(cancel);
        var sink = new GapSink(_btc.Id, _time);
        var feed = Make(venue.Url, sink);
        feed.Follow(new Instrument(_btc, SymbolOf("BTC")));
        feed.Follow(new Instrument(_eth, SymbolOf("ETH")));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = feed.RunAsync(stop.Token);
        try
        {
            return await InfectAsync(venue, sink, feed, cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await running;
        }
    }

    private async Task<FaultResult> InfectAsync(
        SimulatedVenue venue, GapSink sink, IVenueFeed feed, CancellationToken cancel)
    {
        await UntilAsync(
            () => feed.Statistics.Repeats > 0 && IsWell(sink) && sink.Quotes > 20, cancel);
        var before = feed.Statistics;
        sink.Begin();
        venue.Begin(illness.Fault);
        if (illness.With is { } also)
            venue.Begin(also);
        var detected = await UntilAsync(() => illness.IsNoticed(NoticeOf()), cancel);
        venue.End(illness.Fault);
        var quotes = sink.Quotes;
        var recovered = await UntilAsync(
            () => IsWell(sink) && sink.Quotes > quotes + 20, cancel);
        // What a fault does to a line may come a moment after it.
        await Task.Delay(_calm, _time, cancel);
        return new(
            adapter, illness.Name, Math.Round(sink.Longest.TotalMilliseconds, 1), detected,
            recovered && IsWell(sink));

        Notice NoticeOf() => new(
            before, feed.Statistics,
            reason => sink.WasTold(_eth.Id, reason));
    }

    private bool IsWell(GapSink sink) => sink.IsWell(_btc.Id) && sink.IsWell(_eth.Id);

    private async Task<bool> UntilAsync(Func<bool> condition, CancellationToken cancel)
    {
        var startedAt = _time.GetTimestamp();
        while (!condition())
        {
            if (_time.GetElapsedTime(startedAt) > _patience)
                return false;
            await Task.Delay(_look, _time, cancel);
        }
        return true;
    }

    private IVenueFeed Make(Uri url, IVenueQuoteSink sink)
    {
        if (adapter == OkxFeed.Name)
        {
            // As after the lively minute that a trial does not wait for.
            var okx = new OkxFeedOptions { Url = url };
            okx = okx with { SymbolSilence = okx.LivelySilence };
            return new OkxFeed(
                okx with { MaxConnectionAge = illness.MaxAge ?? okx.MaxConnectionAge },
                sink, _time, NullLogger<OkxFeed>.Instance);
        }
        var binance = new BinanceFeedOptions { Url = url };
        return new BinanceFeed(
            binance with { MaxConnectionAge = illness.MaxAge ?? binance.MaxConnectionAge },
            sink, _time, NullLogger<BinanceFeed>.Instance);
    }

    private string SymbolOf(string asset) =>
        adapter == OkxFeed.Name ? $"{asset}-USDT" : $"{asset}USDT";

    private static PairSpec Spec(string pair) => new(
        PairId.Parse(pair), 0.01m, 0.0001m, new Price(100_000_000), new Quantity(1_000_000_000));

    private static PriceProcessOptions Lively(string asset, decimal price) => new()
    {
        Symbol = $"{asset}USDT",
        OkxSymbol = $"{asset}-USDT",
        StartPrice = price,
        TickSize = 0.01m,
        LotSize = 0.0001m,
        MeanSize = 1m,
        QuotesPerSecond = 200,
    };
}
