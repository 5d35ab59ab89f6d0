using System.CommandLine.Parsing;

namespace MarketMaker.Bench.Strategies;

/// <summary>Limits of numbers on the command line.</summary>
internal static class OptionRange
{
    public static void Check(OptionResult option, int least, int most)
    {
        var value = option.GetValueOrDefault<int>();
        if (value < least || value > most)
            option.AddError($"{option.Option.Name} must be from {least} to {most}.");
    }
}
