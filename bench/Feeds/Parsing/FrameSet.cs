using System.IO.Compression;
using System.Text;

namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>Frames to read.</summary>
/// <param name="Name">Whose, and where from.</param>
/// <param name="Frames">The frames.</param>
internal sealed record FrameSet(string Name, byte[][] Frames)
{
    private const string Recording = "binance_spot_wire_btc_eth_60s.jsonl.gz";

    /// <summary>Binance's best prices: recorded ones where the recording is, else generated.
    /// </summary>
    public static FrameSet OfBinance(int count)
    {
        var frames = Recorded().Take(count).ToArray();
        return frames.Length > 0
            ? new("binance, recorded bookTicker", frames)
            : new("binance, generated bookTicker", Generate(count, id =>
                $$"""{"stream":"btcusdt@bookTicker","data":{"u":{{50_093_343_712 + id}},"""
                + $"\"s\":\"BTCUSDT\",\"b\":\"{61_667 + id % 100}.99000000\",\"B\":\"0.34713000\","
                + $"\"a\":\"{61_668 + id % 100}.00000000\",\"A\":\"3.57466000\"}}}}"));
    }

    /// <summary>OKX's best prices, generated.</summary>
    public static FrameSet OfOkx(int count) => new(
        "okx, generated bbo-tbt", Generate(count, id =>
            """{"arg":{"channel":"bbo-tbt","instId":"BTC-USDT"},"data":[{"asks":"""
            + $"[[\"{61_668 + id % 100}.1\",\"3.57466\",\"0\",\"12\"]],\"bids\":"
            + $"[[\"{61_667 + id % 100}.9\",\"0.34713\",\"0\",\"3\"]],"
            + $"\"ts\":\"{1_723_161_485_318 + id}\",\"seqId\":{363_996_337 + id}}}]}}"));

    private static byte[][] Generate(int count, Func<int, string> text) =>
        [.. Enumerable.Range(0, count).Select(id => Encoding.UTF8.GetBytes(text(id)))];

    private static IEnumerable<byte[]> Recorded()
    {
        if (Find() is not { } path)
            yield break;
        using var lines = new StreamReader(
            new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (lines.ReadLine() is { } line)
        {
            if (line.Contains("@bookTicker", StringComparison.Ordinal))
                yield return Encoding.UTF8.GetBytes(line[(line.IndexOf(' ') + 1)..]);
        }
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(
            Path.Combine(folder.FullName, "MarketMakerOrleans.sln")))
        {
            folder = folder.Parent;
        }
        if (folder is null)
            return null;
        var path = Path.Combine(folder.FullName, "..", "shared", "data", Recording);
        return File.Exists(path) ? path : null;
    }
}
