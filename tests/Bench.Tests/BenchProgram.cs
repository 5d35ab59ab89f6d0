using System.Diagnostics;

namespace MarketMaker.Bench.Tests;

/// <summary>A bench program in a process of its own: what it measures of its process, such as the
/// heap, is then not what the tests beside it do.</summary>
internal static class BenchProgram
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs the program that a type is of.</summary>
    /// <returns>Its exit code, and what it printed, errors last.</returns>
    public static async Task<(int ExitCode, string Output)> Run(
        Type type, params string[] arguments)
    {
        var program = type.Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var patience = new CancellationTokenSource(_patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
