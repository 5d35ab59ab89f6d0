using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.Journal;
using MarketMaker.Grains.Tests.Making;

namespace MarketMaker.Grains.Tests.Journal;

/// <summary>The engine's grain and its disk: what is answered is durable, and an activation that
/// has lost its journal makes way.</summary>
public sealed class MatchingEngineGrainTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    private static readonly AccountId _ann = AccountId.Parse("ann");
    private static readonly AccountId _bob = AccountId.Parse("bob");

    [Fact]
    public async Task An_activation_that_was_overtaken_steps_down_and_the_next_carries_on()
    {
        var pair = await Funded();
        var before = await pair.Engine.Place(Sell("before"));
        // What another silo's activation would do.
        await fixture.Store.Open(pair.Pair, JournalStores.Steps, default);

        var order = Sell("after");
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Place(pair, order));
        var after = await Repeat(pair, order);

        Assert.Equal(Rejection.None, after.Result.Rejection);
        Assert.NotNull(await pair.Engine.GetOrder(_ann, before.Result.Id));
        Assert.Equal(2, (await pair.Engine.GetStatistics()).RestingOrders);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_whose_answer_was_lost_is_repeated_and_carried_out_once(
        bool isStored)
    {
        var pair = await Funded();
        (fixture.Store.FailsBefore, fixture.Store.FailsAfter) = (!isStored, isStored);
        var order = Sell("once");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Place(pair, order));
        var first = await Repeat(pair, order);
        var again = await pair.Engine.Place(order);

        Assert.Equal(first.Result, again.Result);
        Assert.Equal(1, (await pair.Engine.GetStatistics()).RestingOrders);
    }

    [Fact]
    public async Task Nobody_reads_a_trade_that_is_not_durable()
    {
        var pair = await Funded();
        await pair.Say(100);
        fixture.Store.Close();

        var trade = pair.Engine.Place(NewOrder.Market(_ann, Side.Sell, new Quantity(10))).AsTask();
        await fixture.Store.Arrival();
        var early = await pair.Engine.GetFills(0, 10);
        var balance = pair.Engine.GetBalance(_ann).AsTask();
        var isEarly = trade.IsCompleted || balance.IsCompleted;
        fixture.Store.Open();
        var reply = await trade;
        await balance;
        var late = await pair.Engine.GetFills(0, 10);

        Assert.False(isEarly);
        Assert.Empty(early.Fills);
        Assert.Equal(0, early.LastFill);
        Assert.Equal(reply.Fills, late.Fills);
        Assert.Single(late.Fills);
    }

    [Fact]
    public async Task Quotes_do_not_wait_for_the_disk()
    {
        var pair = await Funded();
        fixture.Store.Close();
        var order = pair.Engine.Place(Sell("waits")).AsTask();
        await fixture.Store.Arrival();

        await pair.Say(100);
        var status = await pair.Maker.GetStatus();
        var isWaiting = !order.IsCompleted;
        fixture.Store.Open();
        await order;

        Assert.True(isWaiting);
        Assert.True(status.IsQuoting);
    }

    [Fact]
    public async Task A_single_quote_does_not_wait_for_the_disk_either()
    {
        var pair = await Funded();
        fixture.Store.Close();
        var order = pair.Engine.Place(Sell("waits")).AsTask();
        await fixture.Store.Arrival();

        var placed = await pair.Engine.ChangeQuote(Bid(sequence: 1, lots: 2));
        var cancelled = await pair.Engine.ChangeQuote(Bid(sequence: 2, lots: 0));
        var isWaiting = !order.IsCompleted;
        fixture.Store.Open();
        await order;

        Assert.True(isWaiting);
        Assert.True(Assert.Single(placed.Reports).Rests);
        Assert.Equal((Rejection.None, 1), (cancelled.Rejection, cancelled.Change.Cancelled));
        Assert.Empty(cancelled.Reports);
    }

    [Fact]
    public async Task The_makers_books_and_the_engine_agree_after_the_engine_lost_its_journal()
    {
        var pair = await Funded();
        await pair.Say(100);
        await pair.Engine.Place(NewOrder.Market(_ann, Side.Sell, new Quantity(500)));
        fixture.Store.FailsAfter = true;
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Place(
            pair, NewOrder.Market(_ann, Side.Sell, new Quantity(250))));
        await Repeat(pair, Sell("next"));

        await pair.Settled();
        var inventory = await pair.Maker.GetInventory();
        var requoted = await pair.Eventually(status => status.IsQuoting);

        Assert.Equal(new Quantity(750), inventory.Position);
        Assert.Equal(pair.Listing.BaseCapital + inventory.Position, inventory.Balance.Base);
        Assert.NotEmpty(requoted.Bids);
    }

    [Fact]
    public async Task Whoever_comes_when_too_much_waits_is_told_to_come_again()
    {
        var pair = await Funded();
        fixture.Store.Close();
        var first = pair.Engine.Place(Sell("first")).AsTask();
        await fixture.Store.Arrival();
        Task<PlaceReply>[] waiting =
        [
            .. Enumerable.Range(0, PairJournal.MaxWaiting).Select(
                _ => pair.Engine.Place(Sell(null)).AsTask()),
        ];

        var refused = await pair.Engine.Place(Sell("late"));
        fixture.Store.Open();
        await first;
        var replies = await Task.WhenAll(waiting);
        var again = await pair.Engine.Place(Sell("late"));

        Assert.Equal(Rejection.Busy, refused.Result.Rejection);
        Assert.All(replies, reply => Assert.Equal(Rejection.None, reply.Result.Rejection));
        Assert.Equal(Rejection.None, again.Result.Rejection);
    }

    [Fact]
    public async Task A_bug_in_the_midst_of_a_command_undoes_it_and_the_market_goes_on()
    {
        var pair = await Funded();
        await pair.Engine.OpenAccount(_bob, new Quantity(1_000_000), default);
        await Quote(pair, lots: 7_000, lease: TimeSpan.FromMinutes(1));
        var before = await pair.Engine.GetBalance(_bob);
        var order = NewOrder.Market(_bob, Side.Sell, new Quantity(7_000)) with
        {
            ClientId = ClientOrderId.Parse("sweep"),
        };

        // So much that protection pulls the ladder, after the trade.
        fixture.Log.FailAt($"{pair.Pair} pulled");
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Place(pair, order));
        var again = await Repeat(pair, order);

        Assert.Equal(new Quantity(7_000), again.Result.Cancelled);
        Assert.Equal(before, await pair.Engine.GetBalance(_bob));
        Assert.Equal(0, (await pair.Engine.GetStatistics()).LastFill);
    }

    [Fact]
    public async Task A_bug_while_time_passes_ends_the_activation_too()
    {
        var pair = await Funded();
        var market = await Quote(pair, lots: 1, lease: TimeSpan.FromSeconds(1));

        fixture.Log.FailAt($"{pair.Pair} pulled");
        pair.Time.Advance(TimeSpan.FromSeconds(2));
        await Repeat(() => pair.Engine.GetBook(1).AsTask(), book => book.Bids.Length == 0);
        var next = await Repeat(() => LifeOf(pair), _ => true);

        Assert.Equal((market + 1, Rejection.StaleMarket), next);
    }

    [Fact]
    public async Task A_call_that_makes_no_sense_is_no_bug_of_the_market_s()
    {
        var pair = await Funded();
        var (market, _) = await LifeOf(pair);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => pair.Engine.Halt(""));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => pair.Engine.GetBook(0).AsTask());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => pair.Engine.GetFills(0, 0).AsTask());

        Assert.Null(await pair.Engine.GetHaltReason());
        Assert.Equal((market, Rejection.StaleMarket), await LifeOf(pair));
    }

    [Fact]
    public async Task A_pair_with_a_damaged_journal_does_not_start_and_the_error_says_where()
    {
        var pair = await Funded();
        await pair.Engine.Place(Sell("before"));
        fixture.Store.Damaged = pair.Pair;
        var stored = await fixture.Store.Open(pair.Pair, JournalStores.Steps, default);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => Place(pair, Sell("after")));

        var error = await Assert.ThrowsAsync<PairOutOfServiceException>(
            () => Repeat(pair, Sell("after")));
        await Assert.ThrowsAsync<PairOutOfServiceException>(
            () => pair.Engine.GetBook(1).AsTask());
        var other = await (await Funded()).Engine.Place(Sell("elsewhere"));
        var after = await fixture.Store.Open(pair.Pair, JournalStores.Steps, default);

        Assert.StartsWith(
            $"The journal of {pair.Pair} is damaged at record {stored.Next - 1} (",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal(Rejection.None, other.Result.Rejection);
        // However often it is asked, it has tried once.
        Assert.Equal((stored.Epoch + 2, stored.Next), (after.Epoch, after.Next));
    }

    private async Task<MakerUnderTest> Funded()
    {
        var pair = await fixture.NewPair();
        await pair.Engine.OpenAccount(
            _ann, new Quantity(1_000_000_000), new Notional(1_000_000_000_000));
        return pair;
    }

    private static Task<PlaceReply> Place(MakerUnderTest pair, NewOrder order) =>
        pair.Engine.Place(order).AsTask();

    /// <summary>What a customer does who was told that the outcome is not known.</summary>
    private static Task<PlaceReply> Repeat(MakerUnderTest pair, NewOrder order) =>
        Repeat(() => pair.Engine.Place(order).AsTask(), _ => true);

    private static async Task<T> Repeat<T>(Func<Task<T>> call, Func<T, bool> isLast)
    {
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (true)
        {
            try
            {
                if (await call() is var reply && isLast(reply))
                    return reply;
            }
            catch (OutcomeUnknownException)
            {
                // Perhaps the next activation answers.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(5), patience.Token);
        }
    }

    /// <summary>Ann quotes one bid.</summary>
    /// <returns>The market's life.</returns>
    private static async Task<long> Quote(MakerUnderTest pair, long lots, TimeSpan lease)
    {
        var (market, _) = await LifeOf(pair);
        var reply = await pair.Engine.MassQuote(Ladder(lots, new QuoteLease(market, lease)));
        Assert.Equal(Rejection.None, reply.Rejection);
        return market;
    }

    /// <summary>Which life of the market answers, and how: nothing is quoted.</summary>
    private static async Task<(long Market, Rejection Rejection)> LifeOf(MakerUnderTest pair)
    {
        var lease = new QuoteLease(0, TimeSpan.FromSeconds(1));
        var reply = await pair.Engine.MassQuote(Ladder(1, lease));
        return (reply.Market, reply.Rejection);
    }

    private static MassQuote Ladder(long lots, QuoteLease lease) =>
        new(_ann, 1, 0, [new Quote(Side.Buy, new Price(10), new Quantity(lots))], [], default)
        {
            Lease = lease,
        };

    private static QuoteChange Bid(long sequence, long lots) =>
        new(_ann, 1, sequence, new Quote(Side.Buy, new Price(10), new Quantity(lots)), default);

    private static NewOrder Sell(string? name) =>
        new(_ann, Side.Sell, OrderKind.Limit, new Price(1_000_000), new Quantity(1))
        {
            ClientId = name is null ? null : ClientOrderId.Parse(name),
        };
}
