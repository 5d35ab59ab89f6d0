using System.CommandLine;
using System.Globalization;
using MarketMaker.Strategies.Tests.Attacks;
using MarketMaker.Strategies.Workers;

namespace MarketMaker.Bench.Strategies.Attacks;

/// <summary><c>attacks</c>: sends every attack of the tests through the compiler's process. Exit
/// codes: 0 when all are rejected and the process survives, else 1.</summary>
internal static class AttacksCommand
{
    public static Command Create()
    {
        var command = new Command("attacks", "Tries every attack on the compiler of rules.");
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        using var compiler = new WorkerCompiler(new WorkerLimits(), TimeProvider.System);
        var stages = new SortedDictionary<Stage, int>();
        var (killed, hung) = (0, 0);
        foreach (var attack in Attack.All)
        {
            var lost = compiler.Lost;
            var compilation = await compiler.CompileAsync(
                "attack", attack.Source, cancellation);
            var stage = Attack.StageOf(compilation);
            stages[stage] = stages.GetValueOrDefault(stage) + 1;
            if (stage == Stage.None)
                await Console.Out.WriteLineAsync($"accepted: {attack.Name}");
            if (compiler.Lost == lost)
                continue;
            var isHung = compilation.Diagnostics.Any(each => each.Message.Contains(
                "longer than", StringComparison.Ordinal));
            (killed, hung) = isHung ? (killed, hung + 1) : (killed + 1, hung);
            await Console.Out.WriteLineAsync($"lost the compiler: {attack.Name}");
        }
        foreach (var (stage, count) in stages)
        {
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{stage,-10} {count,4}"));
        }
        var accepted = stages.GetValueOrDefault(Stage.None);
        await Console.Out.WriteLineAsync(
            $"{Attack.All.Count} attacks, rejected/killed/hung: "
            + $"{Attack.All.Count - accepted}/{killed}/{hung}");
        return accepted + killed + hung == 0 ? 0 : 1;
    }
}
