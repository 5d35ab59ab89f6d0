using System.CommandLine;
using System.CommandLine.Parsing;
using MarketMaker.Engine.Units;

namespace MarketMaker.Silo.Strategies;

/// <summary><c>strategy backtest FILE --tape TAPE</c>: tries a rule on what a venue once said. Exit
/// codes: 0 with a report; 1 the rule was rejected, with <c>FILE(line,col): error ID: message</c>
/// on standard output for each reason; 2 wrong arguments, or nothing on the tape to try it on.
/// </summary>
internal static class BacktestCommand
{
    private static readonly Argument<string> _file = new("FILE")
    {
        Description = "The rule: a .csx in UTF-8.",
    };

    private static readonly Option<string[]> _tapes = new("--tape")
    {
        Description = "A tape: '<local ns> <json>' a line, plain or gzip; several, oldest first.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<PairId[]> _pairs = new("--pair")
    {
        Description = "A pair such as BTC-USDT; by default all that are on the tape.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = ReadPairs,
    };

    private static readonly Option<string?> _against = new("--against")
    {
        Description = "What to compare with: the name of a rule that ships, or a file.",
    };

    private static readonly Option<bool> _json = new("--json")
    {
        Description = "Prints the report as one JSON object, and nothing else.",
    };

    public static Command Create()
    {
        var command = new Command("backtest", "Tries a rule on recorded prices.")
        {
            _file, _tapes, _pairs, _against, _json,
        };
        command.SetAction((parsed, cancellation) => BacktestRun.RunAsync(
            new BacktestOptions(
                parsed.GetRequiredValue(_file),
                parsed.GetRequiredValue(_tapes),
                new HashSet<PairId>(parsed.GetValue(_pairs) ?? []),
                parsed.GetValue(_against),
                parsed.GetValue(_json)),
            cancellation));
        return command;
    }

    private static PairId[] ReadPairs(ArgumentResult argument)
    {
        var pairs = new List<PairId>();
        foreach (var name in argument.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (PairId.TryParse(name, out var pair))
                pairs.Add(pair);
            else
                argument.AddError($"--pair: '{name}' is not a pair such as BTC-USDT.");
        }
        return [.. pairs];
    }
}
