namespace MarketMaker.Engine.Tests.Scenarios;

/// <summary>A command of a scenario and what it must answer.</summary>
/// <param name="Line">Where the command stands in its file, from 1.</param>
/// <param name="Command">The command.</param>
/// <param name="Answer">The indented lines under it.</param>
internal sealed record ScenarioStep(int Line, string Command, IReadOnlyList<string> Answer)
{
    /// <summary>Reads a scenario; empty lines and comments are left out.</summary>
    public static IReadOnlyList<ScenarioStep> Parse(IEnumerable<string> lines)
    {
        var steps = new List<ScenarioStep>();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.Split('#')[0].TrimEnd();
            if (text.Length == 0)
                continue;
            if (!char.IsWhiteSpace(text[0]))
                steps.Add(new ScenarioStep(number, text, []));
            else
                steps[^1] = steps[^1] with { Answer = [.. steps[^1].Answer, text.Trim()] };
        }
        return steps;
    }
}
