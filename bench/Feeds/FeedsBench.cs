using System.CommandLine;
using MarketMaker.Bench.Feeds.Faults;
using MarketMaker.Bench.Feeds.Parsing;
using MarketMaker.Bench.Feeds.Stalling;

namespace MarketMaker.Bench.Feeds;

/// <summary>The program, without its console.</summary>
internal static class FeedsBench
{
    public static Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("Measures how prices come in, and what venues do to them.")
        {
            FaultsCommand.Create(output),
            ParseCommand.Create(output),
            StalledCommand.Create(output),
        };
        return root.Parse(arguments).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = errors });
    }

    /// <summary>Refuses numbers outside a range, by the option's name.</summary>
    public static Option<int> Number(string name, int usual, int least, int most, string what)
    {
        var option = new Option<int>(name)
        {
            DefaultValueFactory = _ => usual,
            Description = $"{what}; {least} to {most}, {usual} if not given.",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) is var value && (value < least || value > most))
                result.AddError($"{name} must be from {least} to {most}");
        });
        return option;
    }
}
