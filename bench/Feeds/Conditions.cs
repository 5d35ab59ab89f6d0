using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;

namespace MarketMaker.Bench.Feeds;

/// <summary>Where figures were measured, in a line.</summary>
internal static class Conditions
{
    public static string Line => string.Create(
        CultureInfo.InvariantCulture,
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, "
        + $".NET {Environment.Version}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC");
}
