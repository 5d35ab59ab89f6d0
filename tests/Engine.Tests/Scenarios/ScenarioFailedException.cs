namespace MarketMaker.Engine.Tests.Scenarios;

/// <summary>A command of a scenario did not answer what the scenario says.</summary>
internal sealed class ScenarioFailedException(
    string file, ScenarioStep step, IEnumerable<string> actual, Exception? cause = null)
    : Exception(
        $"""
        {file}:{step.Line}: {step.Command}
        expected: {string.Join("\n          ", step.Answer)}
        actual:   {string.Join("\n          ", actual)}
        """,
        cause);
