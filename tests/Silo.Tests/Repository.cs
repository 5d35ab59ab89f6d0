namespace MarketMaker.Silo.Tests;

/// <summary>Where things are.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The silo's program, built with the same configuration as this test.</summary>
    public static string Program => Path.Combine(
        Root, "artifacts", "bin", "Silo", Configuration, "MarketMaker.Silo.dll");

    /// <summary>The recorded minute, if it lies beside the repository.</summary>
    public static string Tape => Path.Combine(
        Root, "..", "shared", "data", "binance_spot_wire_btc_eth_60s.jsonl.gz");

    private static string Configuration =>
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MarketMakerOrleans.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("The solution's folder was not found.");
        }
        return folder;
    }
}
