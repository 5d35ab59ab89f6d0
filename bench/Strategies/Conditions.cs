using System.Runtime.InteropServices;

namespace MarketMaker.Bench.Strategies;

/// <summary>Under which the figures were taken.</summary>
internal static class Conditions
{
    public static string Line { get; } =
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, "
        + $"{RuntimeInformation.FrameworkDescription}, "
#if DEBUG
        + "DEBUG BUILD";
#else
        + "release build";
#endif
}
