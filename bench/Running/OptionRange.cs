using System.CommandLine.Parsing;

namespace MarketMaker.Bench.Running;

/// <summary>Limits of numbers on the command line.</summary>
public static class OptionRange
{
    /// <summary>Refuses a number outside its limits, by its option's name.</summary>
    /// <param name="option">What was given.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most that it may be.</param>
    public static void Check(OptionResult option, int least, int most)
    {
        var value = option.GetValueOrDefault<int>();
        if (value < least || value > most)
            option.AddError($"{option.Option.Name} must be from {least} to {most}.");
    }
}
