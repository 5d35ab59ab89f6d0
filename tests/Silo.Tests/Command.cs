using System.Diagnostics;
using System.Text;

namespace MarketMaker.Silo.Tests;

/// <summary>Runs the program to its end.</summary>
internal static class Command
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    public static Task<CommandResult> Run(params string[] args) =>
        Run(args, (output, cancellation) => output.ReadToEndAsync(cancellation));

    /// <summary>Runs a silo that must refuse to start.</summary>
    /// <exception cref="InvalidOperationException">It has started, and was ended: by itself it
    /// never would.</exception>
    public static Task<CommandResult> Refuse(string storage, params string[] settings) =>
        Run([.. SiloProcess.Settings(storage), .. settings], ReadUntilStarted);

    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Program, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        return Process.Start(start)!;
    }

    private static async Task<CommandResult> Run(
        string[] args, Func<StreamReader, CancellationToken, Task<string>> read)
    {
        using var process = Start(args);
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var said = await read(process.StandardOutput, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new CommandResult(process.ExitCode, said, await error);
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string> ReadUntilStarted(
        StreamReader output, CancellationToken cancellation)
    {
        var said = new StringBuilder();
        while (await output.ReadLineAsync(cancellation) is { } line)
        {
            said.AppendLine(line);
            if (line.Contains(SiloProcess.Listening, StringComparison.Ordinal))
                throw new InvalidOperationException($"The silo has started:\n{said}");
        }
        return said.ToString();
    }
}
