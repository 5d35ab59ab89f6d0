using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.World;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.Parts;

/// <summary>A maker by itself: the test plays the venue, the clock and an engine that always has
/// room. The reference starts at 100 000 ticks of 0.01.</summary>
internal sealed class MakerBench
{
    public static readonly QuotingParameters Parameters = new(
        Levels: 3, Spread: 0.001, Spacing: 0.0005, Size: 1, SkewFactor: 0.001,
        new ProtectionLimits(
            new Ratio(5_000), Pause: TimeSpan.FromSeconds(10), MaxAge: TimeSpan.FromSeconds(2)),
        new QuoteTolerance(new Ratio(20), new Ratio(50_000)));

    private long _fills;
    private long _orders;

    public MakerBench()
    {
        var money = new Notional(10_000_000L * 100_000);
        Maker = new PairMaker(
            Conditions.Spec, Conditions.Desk,
            new DeskBooks(0, 0, new Quantity(10_000_000), money, default),
            Parameters, RuleVersions.Create(RuleKind.House));
    }

    public PairMaker Maker { get; }

    public Instant Now { get; private set; } = new(1_000_000_000);

    public void Wait(double seconds) => Now += TimeSpan.FromSeconds(seconds);

    /// <summary>A reference of so many ticks is heard now.</summary>
    public void Hear(long ticks)
    {
        var quote = new VenueQuote(
            new Price(ticks - 1), new Quantity(1), new Price(ticks + 1), new Quantity(1));
        Maker.OnReference(quote, Now, Now);
    }

    public QuoteDecision Decide() => Maker.Decide(Now);

    /// <summary>Decides, and has the engine do what was decided.</summary>
    public QuoteDecision Requote()
    {
        var decision = Decide();
        if (decision.Replace)
            Answer();
        return decision;
    }

    /// <summary>A maker that quotes around 100 000 ticks.</summary>
    public static MakerBench Quoting()
    {
        var bench = new MakerBench();
        bench.Hear(100_000);
        bench.Requote();
        return bench;
    }

    /// <summary>A customer trades with the maker's best level on a side.</summary>
    public void Trade(Side makerSide, long lots)
    {
        var resting = makerSide == Side.Buy ? Maker.Resting.Bids : Maker.Resting.Asks;
        Maker.OnFill(new Fill(
            ++_fills, Now, makerSide.Opposite(), resting[0].Price, new Quantity(lots),
            new OrderId(1), new OrderId(2), Conditions.Desk, Conditions.Customers[0],
            default, default));
    }

    private void Answer()
    {
        Quote[] wanted = [.. Maker.Bids, .. Maker.Asks];
        var reports = Array.ConvertAll(wanted, quote => new QuoteReport(
            quote, new OrderId(++_orders), quote.Price, Rejection.None));
        Maker.OnReply(reports, _fills, default, default);
    }
}
