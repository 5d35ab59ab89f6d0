using System.CommandLine;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Workers;

namespace MarketMaker.Silo.Strategies;

/// <summary><c>strategy check FILE</c>: compiles and tries a rule as an upload does, in a process
/// of its own. Exit codes: 0 accepted, perhaps with warnings; 1 rejected, with
/// <c>FILE(line,col): error ID: message</c> on standard output for each reason; 2 wrong arguments.
/// </summary>
internal static class CheckCommand
{
    /// <summary>Within 15 seconds all is over, whatever the file is and however slow the machine.
    /// </summary>
    private static readonly WorkerLimits _limits = new()
    {
        Start = TimeSpan.FromSeconds(8), Deadline = TimeSpan.FromSeconds(4),
    };

    private static readonly Argument<string> _file = new("FILE")
    {
        Description = "The rule: a .csx in UTF-8.",
    };

    public static Command Create()
    {
        var command = new Command("check", "Says whether a rule would be accepted.") { _file };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetRequiredValue(_file), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, CancellationToken cancellation)
    {
        var (source, problem) = await RuleFile.ReadAsync(file, cancellation);
        if (source is null)
        {
            await Console.Out.WriteLineAsync(
                $"{file}(1,1): error {RuleDiagnosticId.File}: {problem}");
            return 1;
        }
        using var compiler = new WorkerCompiler(_limits, TimeProvider.System);
        var compilation = await compiler.CompileAsync(
            RuleFile.NameOf(file), source, cancellation);
        foreach (var each in compilation.Diagnostics)
            await Console.Out.WriteLineAsync(RuleFile.Describe(file, each));
        if (!compilation.Accepted)
            return 1;
        await Console.Out.WriteLineAsync($"{file}: accepted as version {compilation.Version}");
        return 0;
    }
}
