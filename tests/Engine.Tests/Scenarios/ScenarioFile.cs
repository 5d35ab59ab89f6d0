namespace MarketMaker.Engine.Tests.Scenarios;

/// <summary>A scenario on disk.</summary>
internal static class ScenarioFile
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    /// <summary>Plays a scenario from its first line to its last.</summary>
    /// <exception cref="ScenarioFailedException">A command answered something else.</exception>
    public static void Play(string name, IEnumerable<string> lines)
    {
        var market = new ScenarioMarket(Read);
        foreach (var step in ScenarioStep.Parse(lines))
        {
            IReadOnlyList<string> actual;
            try
            {
                actual = market.Execute(step.Command);
            }
            catch (Exception exception)
            {
                throw new ScenarioFailedException(name, step, [exception.Message], exception);
            }
            if (!actual.SequenceEqual(step.Answer))
                throw new ScenarioFailedException(name, step, actual);
        }
    }

    public static IEnumerable<string> Read(string name) =>
        File.ReadLines(Path.Combine(Folder, name));
}
