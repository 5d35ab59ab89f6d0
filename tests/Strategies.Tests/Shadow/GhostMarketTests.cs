using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;
using MarketMaker.Strategies.Shadow;

namespace MarketMaker.Strategies.Tests.Shadow;

public sealed class GhostMarketTests
{
    private const int Events = 2_000;

    private static readonly Instant _start = new(1_700_000_000_000_000);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_same_rule_gets_the_same_fills(int seed)
    {
        const string watchful = """
            void OnTick(in Tick t, Quotes q)
            {
                double ahead = t.OwnBidCount > 0 ? t.OwnBid(0).SizeAhead : 0;
                double size = ahead > 0.3 ? 2.5 : 1;
                q.Bid(t.Mid * (t.Position > 0 ? 0.9994 : 0.9996), size);
                q.Bid(t.Mid * 0.999, 3);
                q.Ask(t.Mid * 1.0005, t.BookAskSize > 2 ? 1 : 2);
            }
            """;
        var source = seed % 2 == 0 ? watchful : BuiltInScripts.Sources["house-ladder"];
        var trades = new List<Fill>();
        var live = new LiveMarket(Compiled.Rule(source), _start);
        var ghost = Ghost(live, Compiled.Rule(source), trades);

        Play(seed, live, ghost);

        Assert.True(live.Trades.Count > 100, $"{live.Trades.Count} trades are too few to tell");
        Assert.Equal(live.Trades, trades);
        Assert.Equal(live.ProfitAndLoss, ghost.Report().ProfitAndLoss);
        Assert.Equal(0, ghost.Divergences);
        Assert.Equal(live.Engine.Orders(), ghost.Engine.Orders());
        Assert.Equal(live.Engine.Stops(), ghost.Engine.Stops());
        for (var account = 0; account < live.Engine.Ledger.Count; account++)
            Assert.Equal(live.Engine.Ledger[account], ghost.Engine.Ledger[account]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Another_rule_gets_fills_of_a_market_that_is_sound(int seed)
    {
        const string wider = """
            void OnTick(in Tick t, Quotes q)
            {
                q.Bid(t.Mid * 0.9992, 2);
                q.Bid(t.Mid * 0.9985, 3);
                q.Ask(t.Mid * 1.0008, 2);
            }
            """;
        var trades = new List<Fill>();
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var ghost = Ghost(live, Compiled.Rule(wider), trades);

        Play(seed, live, ghost, () => Assert.False(IsCrossed(ghost.Engine), "crossed"));

        Assert.NotEqual(live.Trades, trades);
        Assert.Contains(trades, fill => fill.MakerAccount == LiveMarket.Desk);
        Assert.Equal(default, ghost.Report().ProfitAndLoss.Residual);
        // What moved in and out is the same in both; trades only move it from hand to hand.
        Assert.Equal(Owned(live.Engine).Base, Owned(ghost.Engine).Base);
        Assert.Equal(Owned(live.Engine).Quote, Owned(ghost.Engine).Quote);
    }

    [Fact]
    public void An_order_that_was_refused_in_the_real_market_does_not_stay_in_the_ghost()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var ghost = Ghost(live, Compiled.HouseLadder(), []);
        var order = new NewOrder(
            LiveMarket.Customers[0], Side.Buy, OrderKind.PostOnly, new(9_000), new(10));

        ghost.Apply(CustomerCommand.Place(_start, order, id: default) with { Number = 1 });

        Assert.Empty(ghost.Engine.Orders());
        Assert.Equal(1, ghost.Divergences);
    }

    [Fact]
    public void An_order_that_rested_at_the_beginning_can_be_cancelled_by_its_number()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var order = new NewOrder(
            LiveMarket.Customers[0], Side.Buy, OrderKind.Limit, new(9_000), new(10));
        var placed = live.Engine.Place(order, _start);
        var ghost = Ghost(live, Compiled.HouseLadder(), []);

        ghost.Apply(CustomerCommand.Cancel(_start, order.Account, placed.Id));

        Assert.Empty(ghost.Engine.Orders());
    }

    private static GhostMarket Ghost(LiveMarket live, IQuotingRule rule, List<Fill> trades) =>
        new(
            LiveMarket.Terms, live.Engine.Snapshot(), live.Engine.Epoch, _start, rule,
            trades.Add);

    /// <summary>Has customers and prices move for a while, and the ghost follow.</summary>
    private static void Play(
        int seed, LiveMarket live, GhostMarket ghost, Action? after = null)
    {
        var random = new Random(seed);
        var crowd = new CustomerCrowd(random, live);
        live.Begin();
        for (var i = 0; i < Events; i++)
        {
            live.LetPass(TimeSpan.FromMicroseconds(
                random.Next(300) == 0 ? 4_000_000 : random.Next(1, 60_000)));
            if (random.Next(3) == 0)
            {
                crowd.Middle += random.Next(200) == 0
                    ? random.Next(-90, 91)
                    : random.Next(-3, 4);
                var quote = Quote(crowd.Middle);
                live.Reference(quote);
                ghost.Hear(0, quote, live.Now, live.Now);
            }
            else
            {
                crowd.Speak();
                ghost.Apply(live.Tap.After(live.Tap.Last - 1, 1)[0]);
            }
            after?.Invoke();
        }
        ghost.AdvanceTo(live.Now);
    }

    private static VenueQuote Quote(long middle) =>
        new(new Price(middle - 1), new Quantity(1), new Price(middle + 1), new Quantity(1));

    private static bool IsCrossed(MatchingEngine engine)
    {
        var (bid, ask) = (Best(engine, Side.Buy), Best(engine, Side.Sell));
        return bid.Orders > 0 && ask.Orders > 0 && bid.Price >= ask.Price;
    }

    private static DepthLevel Best(MatchingEngine engine, Side side)
    {
        var best = default(DepthLevel);
        engine.CopyDepth(side, new Span<DepthLevel>(ref best));
        return best;
    }

    private static (long Base, long Quote) Owned(MatchingEngine engine)
    {
        var (lots, money) = (0L, engine.Ledger.VenueFees.TickLots);
        for (var account = 0; account < engine.Ledger.Count; account++)
        {
            lots += engine.Ledger[account].Base.Lots;
            money += engine.Ledger[account].Quote.TickLots;
        }
        return (lots, money);
    }
}
