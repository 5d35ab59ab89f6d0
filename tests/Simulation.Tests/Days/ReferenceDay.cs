using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.Harness;
using MarketMaker.Simulation.Tests.World;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.Days;

/// <summary>A maker on three venues, of which one trades in another quote asset, through days of
/// faults. A seed is a day; laws are checked with each decision, four times a second.</summary>
internal sealed class ReferenceDay
{
    private const long Par = 100_000_000;
    private const int Rate = 3;
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(250);
    private static readonly ReferenceLimits _limits = new();

    // Which feeds each source needs.
    private static readonly int[][] _feedsOf = [[0], [1], [2, Rate]];

    private readonly ulong _seed;
    private readonly SeededRandom _random;
    private readonly FaultyVenue[] _venues;
    private readonly PairMaker _maker;
    private Instant _now = new(1_750_000_000_000_000);
    private long _market = 1_000_000;
    private long _orders;

    /// <summary>Makes a day.</summary>
    public ReferenceDay(ulong seed)
    {
        _seed = seed;
        _random = new SeededRandom(seed);
        _venues = [.. Enumerable.Range(0, 4).Select(_ => new FaultyVenue(_random.Fork()))];
        var conversion = new Conversion(
            Spec("SIM-USDC", 0.01m), [new ConversionLeg(Rate, Spec("USDC-USD", 0.00000001m))],
            Conditions.Spec);
        var plan = new ReferencePlan(
            4, [new SourcePlan(0), new SourcePlan(1), new SourcePlan(2, conversion)], _limits);
        var (amount, money) = (new Quantity(500_000_000), new Notional(500_000_000_000_000));
        var parameters = new QuotingParameters(
            Levels: 2, Spread: 0.001, Spacing: 0.0005, Size: 1, SkewFactor: 0.001,
            new ProtectionLimits(
                new Ratio(5_000), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2)),
            new QuoteTolerance(new Ratio(10), new Ratio(50_000)));
        _maker = new PairMaker(
            Conditions.Spec, Conditions.Desk, new DeskBooks(0, 0, amount, money, default),
            parameters, RuleVersions.Create(RuleKind.House), plan);
    }

    /// <summary>FNV-1a of all decisions with their times and ladders: equal hashes, equal days.
    /// </summary>
    public ulong Hash { get; private set; } = 0xCBF29CE484222325;

    /// <summary>How many decisions were taken.</summary>
    public long Decisions { get; private set; }

    /// <summary>How many of them for each reason; none quotes.</summary>
    public Dictionary<PauseReason, int> Reasons { get; } = [];

    /// <summary>How many of them quoted on one source alone.</summary>
    public int Alone { get; private set; }

    /// <summary>How often each fault began, at any venue.</summary>
    public IReadOnlySet<VenueFault> Faults =>
        _venues.SelectMany(venue => venue.Faults.Keys).ToHashSet();

    /// <summary>Lives on.</summary>
    /// <exception cref="LawBrokenException">A law was broken.</exception>
    public void Run(TimeSpan span)
    {
        for (var until = _now + span; _now < until;)
        {
            _now += _step;
            Walk();
            for (var feed = 0; feed < _venues.Length; feed++)
                Tell(feed);
            Decide();
        }
    }

    private void Walk()
    {
        var move = _random.OneIn(40_000)
            ? _random.Between(-60_000L, 60_000)
            : _random.Between(-40L, 40);
        _market = Math.Clamp(_market + _market * move / 1_000_000, 200_000, 5_000_000);
    }

    private void Tell(int feed)
    {
        var venue = _venues[feed];
        var market = feed == Rate ? Par : _market;
        if (venue.TrySpeak(market, _now, out var quote))
            _maker.OnReference(feed, quote, venue.HeardAt, _now);
        _maker.OnHealth(feed, venue.Health, _now);
    }

    private void Decide()
    {
        var decision = _maker.Decide(_now);
        Decisions++;
        Reasons[decision.Reason] = Reasons.GetValueOrDefault(decision.Reason) + 1;
        if (decision.Reason == PauseReason.None)
            CheckPrice();
        var quotes = !_maker.Bids.IsEmpty && !_maker.Asks.IsEmpty;
        if (quotes != (decision.Reason == PauseReason.None))
            Break("every pause has a reason, and nothing else pauses", $"{decision}");
        if (decision.Replace)
            Answer();
        if (decision.Reason != PauseReason.None && !_maker.Resting.IsEmpty)
            Break("nothing rests in a pause", $"{decision}");
        Alone += quotes && _maker.Composite.IsSingle ? 1 : 0;
        Mix(_now.Microseconds);
        Mix((long)decision.Reason);
        foreach (ref readonly var quote in _maker.Bids)
            Mix(quote.Price.Ticks ^ quote.Quantity.Lots << 32);
        foreach (ref readonly var quote in _maker.Asks)
            Mix(quote.Price.Ticks ^ quote.Quantity.Lots << 32);
    }

    /// <summary>By what the venues said, not by what the maker believes.</summary>
    private void CheckPrice()
    {
        var (used, low, high) = (0, long.MaxValue, 0L);
        for (var source = 0; source < _feedsOf.Length; source++)
        {
            var report = _maker.Source(source);
            if (!report.IsUsed)
                continue;
            used++;
            low = Math.Min(low, report.Quote.Middle.HalfTicks);
            high = Math.Max(high, report.Quote.Middle.HalfTicks);
            if (_now - report.HeardAt > _limits.TimeToLive)
                Break("no price is quoted on beyond its time", $"{report}");
            foreach (var feed in _feedsOf[source])
            {
                var venue = _venues[feed];
                if (_now - venue.HeardAt > _limits.TimeToLive)
                    Break("no price is quoted on beyond its time", $"feed {feed}, {report}");
                if (venue.Health.Reason is not (SourceReason.Ok or SourceReason.LineDown))
                    Break("no sick source is quoted on", $"feed {feed}, {venue.Fault}");
            }
        }
        if (used == 0 || used != _maker.Composite.Used)
            Break("what is quoted on is named", $"{_maker.Composite}");
        if (used == 2 && _limits.AreApart(new Mark(low), new Mark(high)))
            Break("no two that are apart are averaged", $"{low}, {high}");
        if (_maker.MarkUp.Reason == MarkUpReason.SingleSource != (used == 1))
            Break("one source alone is marked up", $"{_maker.Composite}");
    }

    private void Answer()
    {
        Quote[] wanted = [.. _maker.Bids, .. _maker.Asks];
        var reports = Array.ConvertAll(wanted, quote => new QuoteReport(
            quote, new OrderId(++_orders), quote.Price, Rejection.None));
        _maker.OnReply(reports, lastFill: 0, default, default);
    }

    private void Break(string law, string how) =>
        throw new LawBrokenException(law, $"{how}; seed={_seed} decision={Decisions}");

    private void Mix(long value) => Hash = unchecked((Hash ^ (ulong)value) * 0x100000001B3);

    private static PairSpec Spec(string pair, decimal tick) => new(
        PairId.Parse(pair), tick, Conditions.Spec.LotSize, new Price(1_000_000_000_000),
        new Quantity(1_000_000));
}
