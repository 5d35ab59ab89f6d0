using System.Runtime;
using System.Runtime.InteropServices;

namespace MarketMaker.Bench.Running;

/// <summary>Under which figures were taken.</summary>
public static class Conditions
{
    /// <summary>Processor, cores, system, runtime, collector and build, in a line.</summary>
    public static string Line { get; } =
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, "
        + $"{RuntimeInformation.FrameworkDescription}, "
        + $"{(GCSettings.IsServerGC ? "server" : "workstation")} GC, "
#if DEBUG
        + "DEBUG BUILD";
#else
        + "release build";
#endif

    private static string Processor()
    {
        const string Source = "/proc/cpuinfo";
        var line = File.Exists(Source)
            ? File.ReadLines(Source).FirstOrDefault(
                line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
