namespace MarketMaker.Feeds.Tests;

/// <summary>A test on recorded market data, skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RecordedDataFactAttribute : FactAttribute
{
    public const string WireTape = "binance_spot_wire_btc_eth_60s.jsonl.gz";

    public RecordedDataFactAttribute(string file)
    {
        if (Find(file) is null)
            Skip = $"The recorded file {file} is not on this machine.";
    }

    /// <summary>The file's path, if it is there.</summary>
    public static string? Find(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(
            Path.Combine(folder.FullName, "MarketMakerOrleans.sln")))
        {
            folder = folder.Parent;
        }
        if (folder is null)
            return null;
        var path = Path.Combine(folder.FullName, "..", "shared", "data", file);
        return File.Exists(path) ? path : null;
    }
}
