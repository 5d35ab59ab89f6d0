using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Scripts;

/// <summary>Rules that ship, and ticks on which nothing binds but what a test sets.</summary>
internal static class Ordinary
{
    /// <summary>One level, half a step wide, no venue known, room for any price and size.</summary>
    public static Tick Tick { get; } = new()
    {
        Mid = 100,
        VenueBid = double.NaN,
        VenueAsk = double.NaN,
        ShortVolatility = double.NaN,
        LongVolatility = double.NaN,
        TickSize = 0.01,
        LotSize = 0.001,
        MaxLevels = Quotes.MaxLevels,
        MinPrice = 0.01,
        MaxPrice = 100_000,
        MaxSize = 1_000_000,
        MaxDistance = 0.5,
        Levels = 1,
        Spread = 0.001,
        Spacing = 0.0005,
        Size = 1,
    };

    /// <summary>A rule with some of its parameters set.</summary>
    public static IQuotingRule Rule(string name, params (string Name, double Value)[] parameters)
    {
        var rule = Compiled.Rule(BuiltInScripts.Sources[name]);
        rule.Parameters.Set(parameters.ToDictionary(each => each.Name, each => each.Value));
        return rule;
    }

    /// <summary>The prices of the best bid and ask.</summary>
    public static (double Bid, double Ask) Best(this IQuotingRule rule, Tick tick)
    {
        var answer = rule.Answer(tick);
        return (answer.Bids.Levels[0].Price, answer.Asks.Levels[0].Price);
    }
}
