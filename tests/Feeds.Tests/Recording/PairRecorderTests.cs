using System.Text;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Recording;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Feeds.Tests.Recording;

public sealed class PairRecorderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_pair_has_the_frames_of_its_own_symbols_once()
    {
        using var recorder = await Start();
        recorder.Follow("binance", Instruments.Btc);
        recorder.Follow("okx", Instruments.Make("BTC-USDT", "BTC-USDT", 0.01m, 0.01m, source: 1));
        recorder.Follow("binance", Instruments.Eth);

        Say(recorder, "binance", "BTCUSDT", "b1");
        Say(recorder, "okx", "BTC-USDT", "o1");
        Say(recorder, "binance", "BTCUSDT", "b1", isRepeat: true);
        Say(recorder, "binance", "ETHUSDT", "e1");
        Say(recorder, "binance", "", "an answer");
        Say(recorder, "okx", "BTCUSDT", "nobody's");

        Assert.Equal(["b1", "o1"], await Read(recorder, Instruments.Btc.Pair));
        Assert.Equal(["e1"], await Read(recorder, Instruments.Eth.Pair));
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_symbol_of_two_pairs_is_in_both_windows_until_one_lets_go()
    {
        using var recorder = await Start();
        var leg = Instruments.Make("BTC-EUR", "BTCUSDT", 0.01m, 0.01m, source: 2);
        recorder.Follow("binance", Instruments.Btc);
        recorder.Follow("binance", leg);
        Say(recorder, "binance", "BTCUSDT", "1");
        recorder.Unfollow("binance", leg.Pair, 2);
        Say(recorder, "binance", "BTCUSDT", "2");

        Assert.Equal(["1", "2"], await Read(recorder, Instruments.Btc.Pair));
        Assert.Equal(["1"], await Read(recorder, leg.Pair));
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_window_outlives_the_process_and_tells_what_it_holds()
    {
        using (var first = await Start())
        {
            first.Follow("binance", Instruments.Btc);
            Say(first, "binance", "BTCUSDT", "1");
            await Until.Holds(() => first.Statistics.Frames == 1);
            await first.StopAsync(CancellationToken.None);
        }
        using var second = await Start();
        second.Follow("binance", Instruments.Btc);
        Say(second, "binance", "BTCUSDT", "2");

        Assert.Equal(["1", "2"], await Read(second, Instruments.Btc.Pair));
        var extent = second.Find(Instruments.Btc.Pair)!;
        Assert.True(extent.Since <= extent.Until && extent.Bytes > 0, extent.ToString());
        await second.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Nothing_is_known_of_a_pair_that_nothing_was_said_of()
    {
        using var recorder = await Start();
        recorder.Follow("binance", Instruments.Btc);

        Assert.Null(recorder.Find(Instruments.Btc.Pair));
        Assert.Null(await recorder.OpenAsync(Instruments.Btc.Pair, CancellationToken.None));
        await recorder.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_folder_that_another_process_has_is_not_touched()
    {
        using var first = await Start();
        using var second = new PairRecorder(
            new RecordingOptions { Path = _folder.Path }, TimeProvider.System,
            NullLogger<PairRecorder>.Instance);
        await second.StartAsync(CancellationToken.None);
        await second.ExecuteTask!.WaitAsync(Hang.Limit);
        second.Follow("binance", Instruments.Btc);
        Say(second, "binance", "BTCUSDT", "1");

        Assert.Null(second.Find(Instruments.Btc.Pair));
        Assert.Empty(Directory.GetDirectories(_folder.Path));
        await first.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(0.5, 64)]
    [InlineData(60, 0.5)]
    [InlineData(60 * 24 * 31, 64)]
    public void What_is_kept_has_bounds(double minutes, double mebibytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PairRecorder(
            new RecordingOptions
            {
                Path = _folder.Path,
                MaxAge = TimeSpan.FromMinutes(minutes),
                MaxBytes = (long)(mebibytes * 1024 * 1024),
            },
            TimeProvider.System,
            NullLogger<PairRecorder>.Instance));

    private async Task<PairRecorder> Start()
    {
        var recorder = new PairRecorder(
            new RecordingOptions { Path = _folder.Path }, TimeProvider.System,
            NullLogger<PairRecorder>.Instance);
        await recorder.StartAsync(CancellationToken.None);
        return recorder;
    }

    private static void Say(
        PairRecorder recorder, string venue, string symbol, string frame, bool isRepeat = false) =>
        recorder.OnFrame(
            venue, Encoding.ASCII.GetBytes(symbol), TimeProvider.System.GetTimestamp(), isRepeat,
            Encoding.ASCII.GetBytes(frame));

    private static async Task<string[]> Read(PairRecorder recorder, PairId pair)
    {
        await using var window = await recorder.OpenAsync(pair, CancellationToken.None);
        using var reader = new StreamReader(window!.Lines);
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
            lines.Add(line.Split(' ', 2)[1]);
        return [.. lines];
    }
}
