using System.Text.Json;
using System.Text.Json.Serialization;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;

namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>Reads frames into ticks and lots, again and again, in two ways by turns.</summary>
internal sealed class ParseMeasurement(int count, int passes)
{
    private static readonly JsonSerializerOptions _plain = new()
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    private readonly PairSpec _spec = new(
        PairId.Parse("BTC-USDT"), 0.01m, 0.00001m, new Price(100_000_000),
        new Quantity(1_000_000_000));

    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>Measures all.</summary>
    public IReadOnlyList<ParseResult> Run()
    {
        var scale = new QuoteScale(_spec);
        return
        [
            .. Compare(
                FrameSet.OfBinance(count),
                frame => Ticks(BinanceFrame.Read(frame), scale),
                frame => PlainTicks(
                    JsonSerializer.Deserialize<PlainBinanceFrame>(frame, _plain)!)),
            .. Compare(
                FrameSet.OfOkx(count),
                frame => Ticks(OkxFrame.Read(frame), scale),
                frame => PlainTicks(JsonSerializer.Deserialize<PlainOkxFrame>(frame, _plain)!)),
        ];
    }

    private ParseResult[] Compare(FrameSet set, Func<byte[], long> ours, Func<byte[], long> plain)
    {
        (string Name, Func<byte[], long> Read)[] readers =
            [("this adapter", ours), ("System.Text.Json", plain)];
        var times = readers.Select(_ => new List<double>()).ToArray();
        var allocated = new long[readers.Length];
        var checksums = new long[readers.Length];
        // The first passes let the runtime compile for speed, and are not timed.
        for (var pass = -passes; pass < passes; pass++)
        {
            for (var reader = 0; reader < readers.Length; reader++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var startedAt = _time.GetTimestamp();
                checksums[reader] = Sum(set.Frames, readers[reader].Read);
                var elapsed = _time.GetElapsedTime(startedAt);
                if (pass < 0)
                    continue;
                allocated[reader] += GC.GetAllocatedBytesForCurrentThread() - before;
                times[reader].Add(elapsed.TotalNanoseconds / set.Frames.Length);
            }
        }
        return
        [
            .. readers.Select((reader, at) => new ParseResult(
                set.Name, reader.Name, Math.Round(times[at].Order().ElementAt(passes / 2), 1),
                (double)allocated[at] / passes / set.Frames.Length, checksums[at])),
        ];
    }

    private static long Sum(byte[][] frames, Func<byte[], long> read)
    {
        var sum = 0L;
        foreach (var frame in frames)
            sum += read(frame);
        return sum;
    }

    private static long Ticks(in VenueMessage message, QuoteScale scale) =>
        scale.Read(in message, out var quote) == QuoteReading.Tradable
            ? quote.Bid.Ticks + quote.Ask.Ticks
            : 0;

    private long PlainTicks(PlainBinanceFrame frame) =>
        _spec.PriceRoundedDown(frame.Data.Bid).Ticks + _spec.PriceRoundedUp(frame.Data.Ask).Ticks;

    private long PlainTicks(PlainOkxFrame frame) =>
        _spec.PriceRoundedDown(frame.Data[0].Bids[0][0]).Ticks
        + _spec.PriceRoundedUp(frame.Data[0].Asks[0][0]).Ticks;
}
