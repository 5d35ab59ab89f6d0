using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests.Binance;

public sealed class BinanceFeedTapeTests
{
    /// <summary>Counted on the tape itself, stream by stream.</summary>
    private const int QuotesOnTape = 6_707 + 4_418;
    private const int DepthsOnTape = 600 + 597;
    private const int TradesOnTape = 3_264 + 1_356;

    [RecordedDataFact(RecordedDataFactAttribute.WireTape)]
    public async Task A_recorded_minute_passes_the_socket_without_loss()
    {
        var trades = 0;
        var tape = new TapeSource(
            new TapeOptions
            {
                Path = RecordedDataFactAttribute.Find(RecordedDataFactAttribute.WireTape)!,
                Speed = TapeSpeed.Max,
                OnTrade = _ =>
                {
                    trades++;
                    return ValueTask.CompletedTask;
                },
            },
            TimeProvider.System);
        await using var run = await FeedRun.StartAsync(tape);
        await run.FollowAsync(Instruments.Btc, Instruments.Eth);

        var report = await tape.PlayAsync();
        for (var calls = 0; calls < QuotesOnTape + DepthsOnTape; calls++)
            await run.Sink.NextAsync();

        Assert.Equal(
            (16_942, 16_942, TradesOnTape, 0, null),
            (report.Frames, report.Published, trades, report.MalformedLines, report.EndedEarly));
        var seen = run.Feed.Statistics;
        Assert.Equal(
            (1, QuotesOnTape, DepthsOnTape, 0, 0, 0),
            (seen.Connects, seen.Quotes, seen.Heartbeats, seen.Malformed, seen.Crossed,
                seen.StaleIds));
    }
}
