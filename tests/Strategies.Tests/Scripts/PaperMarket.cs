using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Scripts;

/// <summary>The market of Avellaneda and Stoikov (2008), section 3.3: a price that steps by ±σ√dt,
/// and takers that come the more seldom the further away a quote is. The maker is the compiled
/// rule, judged and rounded as in a real market.</summary>
internal sealed class PaperMarket(int seed)
{
    private const double Sigma = 2;
    private const double Step = 0.005;
    private const int Steps = 200;
    private const double K = 1.5;
    private const double Takers = 140;

    private static readonly PairSpec _spec = new(
        PairId.Parse("PAPER-QUOTE"), 0.000001m, 0.001m, new(1_000_000_000), new(1_000_000));

    private readonly Random _random = new(seed);
    private readonly Quotes _answer = new();
    private readonly List<Quote> _bids = [];
    private readonly List<Quote> _asks = [];
    private double _spreads;

    public static Tick Tick { get; } = Ordinary.Tick with { TickSize = 0.01, Time = 0 };

    public static IQuotingRule Rule(double gamma, double lean) => Ordinary.Rule(
        "avellaneda-stoikov",
        ("gamma", gamma), ("k", K), ("sigma", Sigma), ("horizon", 1), ("lean", lean),
        ("maxShift", 0.3));

    public PaperResult Run(IQuotingRule rule, int paths)
    {
        var (profits, inventories) = (new double[paths], new double[paths]);
        for (var path = 0; path < paths; path++)
            (profits[path], inventories[path]) = RunPath(rule);
        return new PaperResult(
            _spreads / paths / Steps, profits.Average(), Deviation(profits),
            Deviation(inventories));
    }

    private (double Profit, double Inventory) RunPath(IQuotingRule rule)
    {
        var (price, cash, inventory) = (100.0, 0.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            var tick = Tick with { Time = step * Step, Mid = price, Position = inventory };
            rule.OnTick(in tick, _answer);
            var verdict = LadderRounding.Round(_answer, _spec, _bids, _asks);
            Assert.True(verdict.IsSound, verdict.ToString());
            var bid = (double)_spec.ToDecimal(_bids[0].Price);
            var ask = (double)_spec.ToDecimal(_asks[0].Price);
            _spreads += ask - bid;
            if (IsTaken(ask - price))
                (cash, inventory) = (cash + ask, inventory - 1);
            if (IsTaken(price - bid))
                (cash, inventory) = (cash - bid, inventory + 1);
            price += (_random.Next(2) * 2 - 1) * Sigma * Math.Sqrt(Step);
        }
        return (cash + inventory * price, inventory);
    }

    private bool IsTaken(double distance) =>
        _random.NextDouble() < Takers * Math.Exp(-K * distance) * Step;

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
    }
}
