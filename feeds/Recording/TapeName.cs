using System.Globalization;

namespace MarketMaker.Feeds.Recording;

/// <summary>The names of a series' files: they sort as the files were begun.</summary>
/// <param name="Prefix">Whose series it is.</param>
/// <param name="IsCompressed">Whether the file is gzip.</param>
/// <param name="Nanoseconds">When the file was begun, in ns since 1970-01-01 UTC.</param>
internal readonly record struct TapeName(string Prefix, bool IsCompressed, long Nanoseconds)
{
    private const string TimeFormat = "yyyyMMdd'T'HHmmss";
    private const int NanosecondsPerSecond = 1_000_000_000;
    private const string Plain = "Z.jsonl";
    private const string Gzip = "Z.jsonl.gz";

    /// <summary>The name, such as <c>binance-20260102T030405.678901234Z.jsonl.gz</c>.</summary>
    public override string ToString()
    {
        var (seconds, nanoseconds) = Math.DivRem(Nanoseconds, NanosecondsPerSecond);
        var time = DateTime.UnixEpoch.AddSeconds(seconds)
            .ToString(TimeFormat, CultureInfo.InvariantCulture);
        return $"{Prefix}-{time}.{nanoseconds:d9}{(IsCompressed ? Gzip : Plain)}";
    }

    /// <summary>Reads a name of a series; other files in its folder are none of ours.</summary>
    public static bool TryRead(string prefix, string name, out TapeName read)
    {
        read = default;
        var isCompressed = name.EndsWith(Gzip, StringComparison.Ordinal);
        var end = isCompressed ? Gzip : Plain;
        if (!name.StartsWith(prefix + "-", StringComparison.Ordinal)
            || !name.EndsWith(end, StringComparison.Ordinal)
            || name[(prefix.Length + 1)..^end.Length].Split('.') is not [var time, var fraction]
            || fraction.Length != 9
            || !int.TryParse(
                fraction, NumberStyles.None, CultureInfo.InvariantCulture, out var nanoseconds)
            || !DateTime.TryParseExact(
                time, TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var begun))
        {
            return false;
        }
        var seconds = (begun - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        read = new(prefix, isCompressed, seconds * NanosecondsPerSecond + nanoseconds);
        return true;
    }
}
