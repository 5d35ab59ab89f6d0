using System.Text;
using MarketMaker.Feeds.Recording;
using MarketMaker.Feeds.Simulated;
using Microsoft.Extensions.Logging.Abstractions;

namespace MarketMaker.Feeds.Tests.Recording;

public sealed class TapeRecorderTests : IDisposable
{
    private static readonly string[] _streams =
        ["btcusdt@bookTicker", "btcusdt@depth@100ms", "btcusdt@trade"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_the_venue_sent_is_on_the_tape_byte_for_byte()
    {
        var source = new ManualSource();
        await using var venue = new SimulatedVenue(source);
        await venue.StartAsync();
        using var stop = new CancellationTokenSource();
        using var recorder = Recorder(venue.Url);
        var running = recorder.RunAsync(stop.Token);
        await venue.WaitForSubscribersAsync(_streams).WaitAsync(Hang.Limit);

        VenueFrame[] frames =
        [
            Frames.OnBookTicker("BTCUSDT", Frames.BookTicker("BTCUSDT", 7, "1.0", "2.0")),
            VenueFrame.Of("btcusdt@depth@100ms", Frames.Depth("BTCUSDT")),
            VenueFrame.Of("btcusdt@trade", """{ "e" : "trade", "p":"1.5" }"""),
            Frames.Raw("this is no json"),
            Frames.Raw("""{"stream":"btcusdt@bookTi"""),
            Frames.Raw("{\"two\":\n\"lines\"}"),
        ];
        await source.PublishAsync(frames);
        await Until.Holds(() => recorder.Statistics is { Frames: 5, Unfit: 1 });
        await stop.CancelAsync();
        var report = await running;

        var expected = frames[..5].Select(x => Encoding.UTF8.GetString(x.Combined.Span));
        Assert.Equal(expected, (await Lines()).Select(line => line.Split(' ', 2)[1]));
        Assert.Equal((5, 0, 1, 1, null), (
            report.Written.Frames, report.Written.Dropped, report.Written.Unfit, report.Files,
            report.Failure));
    }

    [Fact]
    public async Task Of_okx_all_is_kept_but_the_answers_to_pings()
    {
        await using var venue = new SimulatedVenue(Lively());
        await venue.StartAsync();
        using var stop = new CancellationTokenSource();
        using var recorder = new TapeRecorder(
            Options(new Uri(venue.Url, "/ws/v5/public")) with
            {
                Venue = RecordedVenue.Okx,
                Symbols = ["BTC-USDT"],
            },
            TimeProvider.System, NullLogger<TapeRecorder>.Instance);
        var running = recorder.RunAsync(stop.Token);
        await Until.Holds(() => recorder.Statistics.Frames >= 20);
        await stop.CancelAsync();
        await running;

        var frames = (await Lines("okx")).Select(line => line.Split(' ', 2)[1]).ToList();
        Assert.All(frames, frame => Assert.Matches(@"^\{""(event|arg)"":", frame));
        Assert.Contains(frames, frame => frame.Contains("\"subscribe\""));
        Assert.Contains(frames, frame => frame.Contains("\"bbo-tbt\"") && frame.Contains("asks"));
    }

    [Fact]
    public async Task Times_never_run_backwards_and_are_those_of_the_arrival()
    {
        await using var venue = new SimulatedVenue(Lively());
        var before = DateTimeOffset.UtcNow;
        await RecordAsync(venue, frames: 300);
        var after = DateTimeOffset.UtcNow;

        var times = (await Lines()).Select(line => long.Parse(line.Split(' ', 2)[0])).ToList();

        Assert.Equal(times.Order(), times);
        Assert.InRange(times[0] / 1_000_000, before.ToUnixTimeMilliseconds(),
            after.ToUnixTimeMilliseconds());
        Assert.InRange(times[^1], times[0] + 1, long.MaxValue);
    }

    [Fact]
    public async Task A_recording_is_played_as_the_tape_it_is()
    {
        await using var venue = new SimulatedVenue(Lively());
        var report = await RecordAsync(venue, frames: 200);
        var file = Assert.Single(Directory.GetFiles(_folder.Path));
        var played = new TapeSource(
            new TapeOptions { Path = file, Speed = TapeSpeed.Max }, TimeProvider.System);
        await using var run = await FeedRun.StartAsync(played);
        await run.FollowAsync(Instruments.Btc);

        var heard = await played.PlayAsync();

        Assert.Equal(
            (report.Written.Frames, 0, null),
            (heard.Frames, heard.MalformedLines, heard.EndedEarly));
    }

    [Fact]
    public async Task A_line_that_is_cut_is_replaced_and_the_tape_goes_on()
    {
        var source = new ManualSource();
        await using var venue = new SimulatedVenue(source);
        await venue.StartAsync();
        using var stop = new CancellationTokenSource();
        using var recorder = Recorder(venue.Url);
        var running = recorder.RunAsync(stop.Token);
        for (var line = 1; line <= 2; line++)
        {
            await venue.WaitForSubscribersAsync(_streams).WaitAsync(Hang.Limit);
            await source.PublishAsync(Frames.OnBookTicker("BTCUSDT", $"{{\"u\":{line}}}"));
            await Until.Holds(() => recorder.Statistics.Frames >= line);
            venue.Begin(new Fault(FaultKind.Reset));
            await Until.Holds(() => venue.ConnectionCount == 0);
        }
        await stop.CancelAsync();
        var report = await running;

        Assert.Equal(2, report.Written.Frames);
        Assert.InRange(report.Connections, 2, 3);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_at_once()
    {
        await File.WriteAllTextAsync(_folder.File("taken"), "");
        using var recorder = new TapeRecorder(
            Options(new Uri("ws://127.0.0.1:1")) with { Folder = _folder.File("taken") },
            TimeProvider.System, NullLogger<TapeRecorder>.Instance);

        var error = await Assert.ThrowsAnyAsync<IOException>(
            () => recorder.RunAsync(CancellationToken.None));

        Assert.Contains("taken", error.Message, StringComparison.Ordinal);
    }

    private async Task<RecorderReport> RecordAsync(SimulatedVenue venue, int frames)
    {
        await venue.StartAsync();
        using var stop = new CancellationTokenSource();
        using var recorder = Recorder(venue.Url);
        var running = recorder.RunAsync(stop.Token);
        await Until.Holds(() => recorder.Statistics.Frames >= frames);
        await stop.CancelAsync();
        return await running.WaitAsync(Hang.Limit);
    }

    private TapeRecorder Recorder(Uri url) =>
        new(Options(url), TimeProvider.System, NullLogger<TapeRecorder>.Instance);

    private RecorderOptions Options(Uri url) => new()
    {
        Venue = RecordedVenue.Binance,
        Symbols = ["BTCUSDT"],
        Folder = _folder.Path,
        Url = url,
    };

    private static PriceProcessSource Lively() => new(
        [
            new PriceProcessOptions
            {
                Symbol = "BTCUSDT",
                OkxSymbol = "BTC-USDT",
                StartPrice = 60_000m,
                TickSize = 0.01m,
                LotSize = 0.00001m,
                MeanSize = 1m,
                QuotesPerSecond = 500,
            },
        ],
        seed: 5,
        TimeProvider.System);

    private async Task<List<string>> Lines(string venue = "binance")
    {
        using var tape = new TapeSeries(_folder.Path, venue, new TapeLimits());
        tape.Open();
        using var reader = new StreamReader(new TapeStream(tape.OpenParts()));
        var lines = new List<string>();
        while (await reader.ReadLineAsync() is { } line)
            lines.Add(line);
        return lines;
    }
}
