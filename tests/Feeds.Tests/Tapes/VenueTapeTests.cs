using System.IO.Compression;
using System.Text;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Tests.Tapes;

public sealed class VenueTapeTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly string _second = Path.GetTempFileName();

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_second);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Quotes_signs_of_life_and_trades_come_in_the_pairs_own_units(bool gzip)
    {
        Write(
            _path,
            Line(1_000_000_999, "bookTicker", Frames.BookTicker("BTCUSDT", 1, "61667.99", "61668"))
            + Line(1_000_001_000, "depth@100ms", Frames.Depth("BTCUSDT"))
            + Line(1_000_002_000, "trade", Trade("BTCUSDT", "61668.507", "0.001157", "true"))
            + Line(1_000_003_000, "trade", Trade("BTCUSDT", "61668.5", "0.001", "false")),
            gzip);

        var (events, reading) = await Read();

        Assert.Equal(
            [
                VenueEvent.OfQuote(new(1_000_000), 0, new(
                    new(6_166_799), new(100_000), new(6_166_800), new(200_000))),
                VenueEvent.OfHeartbeat(new(1_000_001), 0),
                VenueEvent.OfTrade(new(1_000_002), 0, new(6_166_850), new(115), Side.Sell),
                VenueEvent.OfTrade(new(1_000_003), 0, new(6_166_850), new(100), Side.Buy),
            ],
            events);
        Assert.Equal((4, 4, 0), (reading.Lines, reading.Events, reading.Damaged));
        Assert.Null(reading.EndedEarly);
    }

    [Fact]
    public async Task What_is_of_no_use_is_counted_by_its_reason()
    {
        Write(
            _path,
            Line(1, "bookTicker", Frames.BookTicker("BTCUSDT", 5, "100", "101"))
            + Line(2, "bookTicker", Frames.BookTicker("BTCUSDT", 4, "100", "102"))
            + Line(3, "bookTicker", Frames.BookTicker("BTCUSDT", 6, "101", "101"))
            + Line(4, "bookTicker", Frames.BookTicker("DOGEUSDT", 7, "1", "2"))
            + Line(5, "aggTrade", """{"e":"aggTrade","s":"BTCUSDT","p":"1","q":"1","m":true}"""));

        var (events, reading) = await Read();

        Assert.Single(events);
        Assert.Equal(
            (1, 1, 2, 0), (reading.Stale, reading.Crossed, reading.Ignored, reading.Damaged));
    }

    [Fact]
    public async Task Frames_of_okx_are_known_by_their_shape()
    {
        const string arg = """{"arg":{"channel":"bbo-tbt","instId":"BTC-USDT"},"data":[{""";
        const string bbo = arg + """
            "asks":[["61668","2","0","1"]],"bids":[["61667.99","1","0","2"]],"ts":"17","seqId":7}]}
            """;
        const string trade =
            """{"arg":{"channel":"trades","instId":"BTC-USDT"},"data":[{"instId":"BTC-USDT","""
            + """ "tradeId":"1","px":"61668","sz":"0.001","side":"buy","ts":"1"},"""
            + """ {"instId":"BTC-USDT","tradeId":"2","px":"61667","sz":"0.002","side":"sell"}]}""";
        Write(_path, $"1000 {bbo}\n2000 {bbo}\n3000 {trade}\n4000 pong\n");
        var btc = new Instrument(Instruments.Btc.Spec, "BTC-USDT", source: 1);
        var tape = new VenueTape([_path], [btc]);
        var events = new List<VenueEvent>();

        await foreach (var read in tape.ReadAsync())
            events.Add(read.What);

        Assert.Equal(
            [
                VenueEvent.OfQuote(new(1), 1, new(
                    new(6_166_799), new(100_000), new(6_166_800), new(200_000))),
                VenueEvent.OfHeartbeat(new(2), 1),
                VenueEvent.OfTrade(new(3), 1, new(6_166_800), new(100), Side.Buy),
                VenueEvent.OfTrade(new(3), 1, new(6_166_700), new(200), Side.Sell),
            ],
            events);
    }

    [Fact]
    public async Task Damaged_lines_are_skipped_counted_and_named()
    {
        Write(
            _path,
            Line(1, "bookTicker", Frames.BookTicker("BTCUSDT", 1, "100", "101"))
            + "no stamp\n"
            + Line(2, "bookTicker", Frames.BookTicker("BTCUSDT", 2, "1oo", "101"))
            + Line(3, "trade", """{"e":"trade","s":"BTCUSDT","p":"1"}""")
            + Line(4, "bookTicker", Frames.BookTicker("BTCUSDT", 3, "100", "102"))
            + "5 {\"stream\":\"btcusdt@bookTi");

        var (events, reading) = await Read();

        Assert.Equal(2, events.Count);
        Assert.Equal(4, reading.Damaged);
        Assert.Equal(
            [
                $"{_path}(2): expected '<local ns> <json>'",
                $"{_path}(3): the frame cannot be read",
                $"{_path}(4): the frame cannot be read",
                $"{_path}(6): the line is cut off",
            ],
            reading.FirstDamages.Select(damage => damage.ToString()));
    }

    [Fact]
    public async Task Files_follow_each_other_and_time_does_not_run_backwards()
    {
        Write(_path, Line(9_000, "bookTicker", Frames.BookTicker("BTCUSDT", 1, "100", "101")));
        Write(
            _second,
            Line(5_000, "bookTicker", Frames.BookTicker("BTCUSDT", 2, "100", "102"))
            + Line(11_000, "bookTicker", Frames.BookTicker("BTCUSDT", 3, "100", "103")),
            gzip: true);

        var (events, _) = await Read(_path, _second);

        Assert.Equal([9L, 9, 11], events.Select(one => one.At.Microseconds));
    }

    [Fact]
    public async Task A_cut_gzip_is_read_to_the_cut_and_the_line_is_named()
    {
        var lines = Enumerable.Range(1, 5_000).Select(id => Line(
            id, "bookTicker", Frames.BookTicker("BTCUSDT", id, $"{100 + id}", $"{101 + id}")));
        Write(_path, string.Concat(lines), gzip: true);
        var whole = await File.ReadAllBytesAsync(_path);
        await File.WriteAllBytesAsync(_path, whole[..(whole.Length / 2)]);

        var (events, reading) = await Read();

        Assert.InRange(events.Count, 1, 4_999);
        Assert.Equal(_path, reading.EndedEarly?.Path);
        Assert.Equal(reading.Lines, reading.EndedEarly?.Line);
    }

    [Fact]
    public async Task A_tape_is_read_up_to_its_limit()
    {
        var line = Line(1, "bookTicker", Frames.BookTicker("BTCUSDT", 1, "100", "101"));
        Write(_path, string.Concat(Enumerable.Repeat(line, 100)));
        var tape = new VenueTape([_path], [Instruments.Btc]) { MaxBytes = 10 * line.Length };

        await foreach (var _ in tape.ReadAsync())
        {
        }

        Assert.Equal(10, tape.Reading.Lines);
        Assert.Equal(
            $"{_path}(11): the tape has more than {10 * line.Length} bytes",
            tape.Reading.EndedEarly.ToString());
    }

    [Fact]
    public async Task A_symbol_can_be_a_source_of_several_pairs()
    {
        Write(_path, Line(1_000, "bookTicker", Frames.BookTicker("BTCUSDT", 1, "100", "101")));
        var other = new Instrument(Instruments.Eth.Spec, "BTCUSDT", source: 3);
        var tape = new VenueTape([_path], [Instruments.Btc, other]);
        var heard = new List<(PairId, byte)>();

        await foreach (var read in tape.ReadAsync())
            heard.Add((read.Pair, read.What.Source));

        Assert.Equal([(Instruments.Btc.Pair, 0), (Instruments.Eth.Pair, 3)], heard);
        Assert.Equal(2, tape.Reading.Events);
    }

    [RecordedDataFact(RecordedDataFactAttribute.WireTape)]
    public async Task The_recorded_minute_reads_without_damage()
    {
        var tape = new VenueTape(
            [RecordedDataFactAttribute.Find(RecordedDataFactAttribute.WireTape)!],
            [Instruments.Btc, Instruments.Eth]);
        var kinds = new Dictionary<VenueEventKind, int>();

        await foreach (var read in tape.ReadAsync())
            kinds[read.What.Kind] = kinds.GetValueOrDefault(read.What.Kind) + 1;

        var reading = tape.Reading;
        Assert.Equal((16_942, 16_942), (reading.Lines, reading.Events));
        Assert.Equal((0, 0, 0), (reading.Damaged, reading.Stale, reading.Crossed));
        Assert.Equal(4_620, kinds[VenueEventKind.Trade]);
        Assert.Equal(1_197, kinds[VenueEventKind.Heartbeat]);
        Assert.Null(reading.EndedEarly);
    }

    private async Task<(List<VenueEvent> Events, TapeReading Reading)> Read(params string[] paths)
    {
        var tape = new VenueTape(paths.Length == 0 ? [_path] : paths, [Instruments.Btc]);
        var events = new List<VenueEvent>();
        await foreach (var read in tape.ReadAsync())
        {
            Assert.Equal(Instruments.Btc.Pair, read.Pair);
            events.Add(read.What);
        }
        return (events, tape.Reading);
    }

    private static string Line(long nanoseconds, string stream, string payload) =>
        $"{nanoseconds} {{\"stream\":\"btcusdt@{stream}\",\"data\":{payload}}}\n";

    private static string Trade(string symbol, string price, string quantity, string buyerMade) =>
        $$"""{"e":"trade","E":1,"s":"{{symbol}}","t":2,"p":"{{price}}" """
        + $$""","q":"{{quantity}}","T":3,"m":{{buyerMade}},"M":true}""";

    private static void Write(string path, string text, bool gzip = false)
    {
        using var file = File.Create(path);
        using var stream = gzip ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file;
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
