using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Quoting;

/// <summary>Makes a market that nobody sees, so that the first real tick of a process does not
/// wait for the just-in-time compiler: it would take tens of milliseconds.</summary>
public static class Rehearsal
{
    /// <summary>Enough for the runtime to compile the path a second time, optimised.</summary>
    private const int Ticks = 200;

    private static readonly AccountId _maker = AccountId.Parse("maker");
    private static readonly AccountId _taker = AccountId.Parse("taker");

    /// <summary>Runs the whole pure way of a price; takes about a tenth of a second.</summary>
    /// <param name="rule">A rule of its own, which is not used afterwards.</param>
    /// <returns>How many trades were made; never 0 with a rule that quotes.</returns>
    public static long Run(IQuotingRule rule)
    {
        var spec = new PairSpec(
            PairId.Parse("REHEARSAL-QUOTE"), 0.01m, 0.001m, new(1_000_000), new(1_000_000));
        var engine = new MatchingEngine(spec, default);
        engine.OpenAccount(_maker, new(1_000_000), new(10_000_000_000));
        engine.OpenAccount(_taker, new(1_000_000), new(10_000_000_000));
        var maker = new PairMaker(
            spec, _maker, new(0, 0, new(1_000_000), new(10_000_000_000), default),
            new QuotingParameters(
                5, 0.001, 0.0005, 1, 0.001,
                new ProtectionLimits(new(5000), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)),
                new QuoteTolerance(new(10), new(50_000))),
            rule);
        for (var tick = 1; tick <= Ticks; tick++)
            Step(engine, maker, tick);
        return engine.LastFill;
    }

    private static void Step(MatchingEngine engine, PairMaker maker, int tick)
    {
        var now = new Instant(tick);
        var bid = new Price(10_000 + tick % 7);
        maker.OnReference(new(bid, new(1), bid + Offset.OneTick, new(1)), now, now);
        if (maker.Decide(now).Replace)
        {
            var result = engine.MassQuote(
                _maker, 1, tick, maker.Bids, maker.Asks, new Instant(tick));
            maker.OnReply(
                result.Reports, result.LastFill, maker.Bids[0].Price, maker.Asks[0].Price);
        }
        engine.Place(NewOrder.Market(_taker, (Side)(tick % 2), new(10)), now);
        foreach (ref readonly var fill in engine.Fills)
            maker.OnFill(fill);
    }
}
