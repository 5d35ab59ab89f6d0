using System.CommandLine;

namespace MarketMaker.Silo.Strategies;

/// <summary>The command line of <c>strategy</c>: what the server does with a rule, without one.
/// Wrong arguments end with 2; each command has its own codes besides.</summary>
internal static class StrategyCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var command = new RootCommand("Checks and tries quoting rules as the server does.")
        {
            CheckCommand.Create(),
            BacktestCommand.Create(),
        };
        var parsed = command.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? 2 : code;
    }
}
