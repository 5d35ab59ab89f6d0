using System.Globalization;

namespace MarketMaker.Simulation.Tests.Harness;

/// <summary>Which seeds are run, and how far.</summary>
/// <remarks>The environment variable <see cref="Variable"/> changes both, in the words that a
/// failure prints: <c>seed=42 step=1234</c> runs seed 42 up to that step, <c>seeds=500
/// step=100000</c> runs the first 500 seeds for longer.</remarks>
internal sealed record SimulationPlan(IReadOnlyList<ulong> Seeds, long Steps)
{
    public const string Variable = "SIMULATION";

    /// <summary>What is run without being asked: about fifteen seconds.</summary>
    public static SimulationPlan Usual { get; } = new(First(24), 10_000);

    /// <summary>What the environment asks for.</summary>
    public static SimulationPlan FromEnvironment() =>
        Parse(Environment.GetEnvironmentVariable(Variable) ?? "");

    /// <exception cref="FormatException">A word is not <c>seed=</c>, <c>seeds=</c> or
    /// <c>step=</c> with a number.</exception>
    public static SimulationPlan Parse(string words)
    {
        var plan = Usual;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var number = ulong.Parse(
                word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..],
                CultureInfo.InvariantCulture);
            plan = word.Split('=')[0] switch
            {
                "seed" => plan with { Seeds = [number] },
                "seeds" => plan with { Seeds = First((int)number) },
                "step" => plan with { Steps = (long)number },
                _ => throw new FormatException(
                    $"{Variable} has '{word}': expected seed=, seeds= or step= and a number."),
            };
        }
        return plan;
    }

    private static ulong[] First(int count) =>
        [.. Enumerable.Range(1, count).Select(seed => (ulong)seed)];
}
