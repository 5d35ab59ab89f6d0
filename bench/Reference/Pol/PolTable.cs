using System.Globalization;
using System.IO.Compression;

namespace MarketMaker.Bench.Reference.Pol;

/// <summary>Reads the table of 2025-10-10, when POL fell by half within minutes and two venues
/// were up to 40 % apart.</summary>
internal static class PolTable
{
    /// <summary>The recording, beside the folder of the project.</summary>
    public const string File = "pol_2025-10-10_binance_coinbase_1s.csv.gz";

    private const string Header =
        "utc_second,bin_n,bin_high,bin_low,bin_last,bin_max_feed_lag_ms,"
        + "cb_n,cb_high,cb_low,cb_last,cb_max_feed_lag_ms";

    /// <summary>Where the recording lies; null if it is not on this machine.</summary>
    public static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null
            && !System.IO.File.Exists(Path.Combine(folder.FullName, "MarketMakerOrleans.sln")))
        {
            folder = folder.Parent;
        }
        if (folder is null)
            return null;
        var path = Path.Combine(folder.FullName, "..", "shared", "data", File);
        return System.IO.File.Exists(path) ? Path.GetFullPath(path) : null;
    }

    /// <summary>Reads all of it.</summary>
    /// <exception cref="FormatException">A line is not of the table's form.</exception>
    public static IReadOnlyList<PolSecond> Read(string path)
    {
        using var text = new StreamReader(
            new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress));
        if (text.ReadLine() != Header)
            throw new FormatException($"{path} does not begin with '{Header}'.");
        var seconds = new List<PolSecond>();
        while (text.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            if (cells.Length != 11)
                throw new FormatException($"{path}, line {seconds.Count + 2}: not 11 cells.");
            seconds.Add(new PolSecond(
                long.Parse(cells[0], CultureInfo.InvariantCulture), Venue(cells, 1),
                Venue(cells, 6)));
        }
        return seconds;
    }

    private static VenueSecond? Venue(string[] cells, int at) =>
        cells[at] == "0"
            ? null
            : new VenueSecond(
                Number(cells[at + 1]), Number(cells[at + 2]), Number(cells[at + 3]),
                (int)Number(cells[at + 4]));

    private static decimal Number(string cell) =>
        decimal.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture);
}
