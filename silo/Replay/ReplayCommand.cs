using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Replay;

/// <summary>The command line of <c>replay</c>. Exit codes: 0 summary printed, 1 wrong arguments or
/// nothing to replay.</summary>
internal static class ReplayCommand
{
    private static readonly Argument<FileInfo> _file = new("FILE")
    {
        Description = "The tape: '<local ns> <json>' a line, plain or gzip.",
    };

    private static readonly Option<PairId[]> _pairs = new("--pairs")
    {
        Description = "The pairs to make, such as BTC-USDT,ETH-USDT; all on the tape by default.",
        CustomParser = ReadPairs,
    };

    private static readonly Option<TapeSpeed> _speed = new("--speed")
    {
        Description = "As recorded (real), or as fast as it can be sent (max).",
        DefaultValueFactory = _ => TapeSpeed.Real,
        CustomParser = ReadSpeed,
    };

    private static readonly Option<decimal> _flowScale = new("--flow-scale")
    {
        Description = "Multiplies the tape's trades before customers send them, 0 to 1000.",
        DefaultValueFactory = _ => 1,
        CustomParser = ReadFlowScale,
    };

    private static readonly Option<TimeSpan?> _swapEvery = new("--swap-every")
    {
        Description = "Uploads another version of the rule so often, such as 500ms, 1s or 1m.",
        CustomParser = ReadSpan,
    };

    private static readonly Option<bool> _json = new("--json")
    {
        Description = "Prints the summary as one JSON object, and nothing else.",
    };

    public static Task<int> RunAsync(string[] args)
    {
        _file.AcceptExistingOnly();
        var command = new RootCommand("Makes markets from a recorded tape and says how it went.")
        {
            _file, _pairs, _speed, _flowScale, _swapEvery, _json,
        };
        command.SetAction((parsed, cancellation) => ReplayRun.RunAsync(
            new ReplayOptions(
                parsed.GetRequiredValue(_file),
                new HashSet<PairId>(parsed.GetValue(_pairs) ?? []),
                parsed.GetValue(_speed),
                parsed.GetValue(_flowScale),
                parsed.GetValue(_swapEvery),
                parsed.GetValue(_json)),
            cancellation));
        return command.Parse(args).InvokeAsync();
    }

    private static PairId[] ReadPairs(ArgumentResult argument)
    {
        var pairs = new List<PairId>();
        foreach (var name in argument.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (PairId.TryParse(name, out var pair))
                pairs.Add(pair);
            else
                argument.AddError($"--pairs: '{name}' is not a pair such as BTC-USDT.");
        }
        return [.. pairs];
    }

    private static TapeSpeed ReadSpeed(ArgumentResult argument)
    {
        if (argument.Tokens is [{ Value: "max" }])
            return TapeSpeed.Max;
        if (argument.Tokens is not [{ Value: "real" }])
            argument.AddError("--speed must be real or max.");
        return TapeSpeed.Real;
    }

    private static decimal ReadFlowScale(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (!decimal.TryParse(
                text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var scale)
            || scale > 1000)
            argument.AddError("--flow-scale must be a number from 0 to 1000.");
        return scale;
    }

    private static TimeSpan? ReadSpan(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        var digits = text.TrimEnd('m', 's');
        var span = double.TryParse(digits, CultureInfo.InvariantCulture, out var number)
            ? text[digits.Length..] switch
            {
                "ms" => TimeSpan.FromMilliseconds(number),
                "s" => TimeSpan.FromSeconds(number),
                "m" => TimeSpan.FromMinutes(number),
                _ => TimeSpan.Zero,
            }
            : TimeSpan.Zero;
        if (span >= TimeSpan.FromMilliseconds(10) && span <= TimeSpan.FromHours(1))
            return span;
        argument.AddError("--swap-every must be a time from 10ms to 60m, such as 1s.");
        return null;
    }
}
