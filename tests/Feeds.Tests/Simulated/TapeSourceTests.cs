using System.IO.Compression;
using System.Text;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Simulated;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Tests.Simulated;

public sealed class TapeSourceTests : IDisposable
{
    private const string Btc = """{"stream":"btcusdt@bookTicker","data":{"u":1}}""";
    private const string Eth = """{"stream":"ethusdt@bookTicker","data":{"u":2}}""";
    private const string Trade =
        """{"stream":"btcusdt@trade","data":{"e":"trade","s":"BTCUSDT","p":"61668.50000000","""
        + "\"q\":\"0.00115000\",\"m\":true}}";

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData(true, TapeSpeed.Max)]
    [InlineData(false, TapeSpeed.Real)]
    public async Task Frames_are_played_in_order_from_plain_and_compressed_tapes(
        bool gzip, TapeSpeed speed)
    {
        Write($"1000 {Btc}\n2000 {Eth}\n3000 {Btc}\n", gzip);

        var (report, heard) = await PlayAsync(new TapeOptions { Path = _path, Speed = speed });

        Assert.Equal([Btc, Eth, Btc], heard);
        AssertReport(report, frames: 3, malformed: [], endedEarly: null);
    }

    [Fact]
    public async Task Trades_are_told_with_the_aggressors_side()
    {
        var trades = new List<TapeTrade>();
        Write($"1 {Trade}\n2 {Trade.Replace("true", "false", StringComparison.Ordinal)}\n");

        var (report, _) = await PlayAsync(new TapeOptions
        {
            Path = _path,
            OnTrade = trade =>
            {
                trades.Add(trade);
                return ValueTask.CompletedTask;
            },
        });

        Assert.Equal(
            [
                new TapeTrade("BTCUSDT", 61668.5m, 0.00115m, Side.Sell),
                new TapeTrade("BTCUSDT", 61668.5m, 0.00115m, Side.Buy),
            ],
            trades);
        Assert.Equal(2, report.Trades);
    }

    [Fact]
    public async Task Only_the_chosen_symbols_are_played()
    {
        Write($"1 {Btc}\n2 {Eth}\n3 not json\n");

        var (report, heard) = await PlayAsync(
            new TapeOptions { Path = _path, Symbols = new HashSet<string> { "ETHUSDT" } });

        Assert.Equal([Eth, "not json"], heard);
        Assert.Equal((3, 2), (report.Frames, report.Published));
    }

    [Fact]
    public async Task A_frame_without_a_readable_stream_goes_to_everyone_as_it_is()
    {
        Write($"1 {{\"stream\":5}}\n2 {Btc[..^1]}\n3 pong\n");

        var (report, heard) = await PlayAsync(new TapeOptions { Path = _path });

        Assert.Equal(["{\"stream\":5}", Btc[..^1], "pong"], heard);
        AssertReport(report, frames: 3, malformed: [], endedEarly: null);
    }

    [Fact]
    public async Task A_line_without_a_time_stamp_is_skipped_and_named()
    {
        Write($"1 {Btc}\n{Btc}\n\n-1 {Btc}\n5\n6 {Eth}\r\n");

        var (report, heard) = await PlayAsync(new TapeOptions { Path = _path });

        Assert.Equal([Btc, Eth], heard);
        AssertReport(report, frames: 2, malformed: [2, 3, 4, 5], endedEarly: null);
    }

    [Fact]
    public async Task A_last_line_broken_in_the_middle_ends_the_tape_early()
    {
        Write($"1 {Btc}\n2 {Eth[..^5]}");

        var (report, heard) = await PlayAsync(new TapeOptions { Path = _path });

        Assert.Equal([Btc], heard);
        AssertReport(report, 1, malformed: [2], endedEarly: "the tape is cut off in line 2");
    }

    [Fact]
    public async Task A_last_line_that_lacks_only_its_end_is_played()
    {
        Write($"1 {Btc}\n2 {Eth}");

        var (report, heard) = await PlayAsync(new TapeOptions { Path = _path });

        Assert.Equal([Btc, Eth], heard);
        AssertReport(report, frames: 2, malformed: [], endedEarly: null);
    }

    [Fact]
    public async Task A_cut_gzip_is_played_to_the_cut()
    {
        var lines = Enumerable.Range(1, 20_000).Select(x => $"{x} {Btc}{new string(' ', x % 97)}");
        Write(string.Join('\n', lines) + '\n', gzip: true);
        var whole = await File.ReadAllBytesAsync(_path);
        await File.WriteAllBytesAsync(_path, whole[..(whole.Length / 2)]);

        var (report, heard) = await PlayAsync(
            new TapeOptions { Path = _path, Speed = TapeSpeed.Max });

        Assert.InRange(report.Frames, 1, 19_999);
        Assert.Equal(report.Frames, heard.Count);
        Assert.InRange(report.MalformedLines, 0, 1);
        Assert.Equal(
            $"the compressed tape is cut off after line {report.Frames + report.MalformedLines}",
            report.EndedEarly);
    }

    [Fact]
    public async Task A_damaged_gzip_ends_early_with_the_reason()
    {
        await File.WriteAllBytesAsync(_path, [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255]);

        var (report, _) = await PlayAsync(new TapeOptions { Path = _path });

        Assert.Equal(0, report.Frames);
        Assert.NotNull(report.EndedEarly);
    }

    [Fact]
    public async Task A_line_of_more_than_a_mebibyte_ends_the_tape_early()
    {
        Write($"1 {Btc}\n2 {new string('x', 1024 * 1024)}\n3 {Btc}\n");

        var (report, heard) = await PlayAsync(new TapeOptions { Path = _path });

        Assert.Equal([Btc], heard);
        AssertReport(report, 1, [], endedEarly: "line 2 has more than 1048576 bytes");
    }

    [Fact]
    public async Task A_missing_file_is_told_and_not_thrown()
    {
        var (report, _) = await PlayAsync(new TapeOptions { Path = _path + ".missing" });

        Assert.Contains(".missing", report.EndedEarly, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_replay_says_so()
    {
        Write($"1 {Btc}\n{TimeSpan.FromDays(1).TotalNanoseconds:F0} {Btc}\n");
        using var cancel = new CancellationTokenSource();
        var audience = new HearingAudience(cancel.Cancel);

        var (report, heard) = await PlayAsync(
            new TapeOptions { Path = _path }, audience, cancel.Token);

        Assert.Equal([Btc], heard);
        AssertReport(report, frames: 2, malformed: [], endedEarly: "cancelled");
    }

    private static Task<(TapeReport Report, List<string> Heard)> PlayAsync(TapeOptions options) =>
        PlayAsync(options, new HearingAudience(() => { }), CancellationToken.None);

    private static async Task<(TapeReport Report, List<string> Heard)> PlayAsync(
        TapeOptions options, HearingAudience audience, CancellationToken cancel)
    {
        using var stop = new CancellationTokenSource();
        var source = new TapeSource(options, TimeProvider.System);
        var running = source.RunAsync(audience, stop.Token);
        var report = await source.PlayAsync(cancel).WaitAsync(Hang.Limit, CancellationToken.None);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        return (report, audience.Heard);
    }

    private static void AssertReport(
        TapeReport report, long frames, long[] malformed, string? endedEarly)
    {
        Assert.Equal(
            (frames, malformed.Length, endedEarly),
            (report.Frames, report.MalformedLines, report.EndedEarly));
        Assert.Equal(malformed, report.FirstMalformedLines);
    }

    private void Write(string text, bool gzip = false)
    {
        using var file = File.Create(_path);
        using var stream = gzip ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file;
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private sealed class HearingAudience(Action heard) : IVenueAudience
    {
        public List<string> Heard { get; } = [];

        public ValueTask PublishAsync(VenueFrame frame, CancellationToken cancel)
        {
            Heard.Add(Encoding.UTF8.GetString(frame.Combined.Span));
            heard();
            return ValueTask.CompletedTask;
        }

        public Task FlushAsync(CancellationToken cancel) => Task.CompletedTask;
    }
}
