using MarketMaker.Engine;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.World;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class PairMakerTests
{
    private static readonly QuoteDecision _leave = new(Replace: false, PauseReason.None);
    private static readonly QuoteDecision _quote = new(Replace: true, PauseReason.None);

    [Fact]
    public void The_first_reference_puts_the_configured_ladder_on_both_sides()
    {
        var bench = new MakerBench();
        bench.Hear(100_000);

        var decision = bench.Requote();

        // 100 000 ∓ 0.05 %, then ∓ 0.05 % for each level, rounded inwards; half and half by value,
        // so no skew.
        Assert.Equal(_quote, decision);
        Assert.Equal(
            [Bid(99_950, 10_000), Bid(99_901, 15_000), Bid(99_851, 20_000)],
            bench.Maker.Resting.Bids);
        Assert.Equal(
            [Ask(100_050, 10_000), Ask(100_100, 15_000), Ask(100_150, 20_000)],
            bench.Maker.Resting.Asks);
    }

    [Fact]
    public void Before_any_reference_what_an_earlier_life_left_is_pulled_once()
    {
        var bench = new MakerBench();

        QuoteDecision[] decisions = [bench.Requote(), bench.Requote()];

        Assert.Equal(
            [new(true, PauseReason.NoReference), new(false, PauseReason.NoReference)], decisions);
    }

    [Fact]
    public void A_sharp_move_pulls_pauses_and_lets_quotes_return_by_themselves()
    {
        var bench = MakerBench.Quoting();

        bench.Hear(100_501);
        var jumped = bench.Requote();
        bench.Wait(9.9);
        bench.Hear(100_501);
        var paused = bench.Requote();
        bench.Wait(0.1);
        var lifted = bench.Requote();

        Assert.Equal(new QuoteDecision(true, PauseReason.SharpMove), jumped);
        Assert.Equal(new QuoteDecision(false, PauseReason.SharpMove), paused);
        Assert.Equal(_quote, lifted);
        Assert.Equal(3, bench.Maker.Resting.Bids.Length);
    }

    [Fact]
    public void A_move_of_just_the_limit_is_quoted_through()
    {
        var bench = MakerBench.Quoting();

        bench.Hear(100_500);

        Assert.Equal(_quote, bench.Requote());
    }

    [Fact]
    public void A_stale_reference_pulls_and_the_next_tick_brings_quotes_back()
    {
        var bench = MakerBench.Quoting();

        bench.Wait(2);
        var atTheLimit = bench.Requote();
        bench.Wait(0.000001);
        var beyond = bench.Requote();
        var restsBeyond = !bench.Maker.Resting.IsEmpty;
        bench.Hear(100_000);
        var heard = bench.Requote();

        Assert.Equal(_leave, atTheLimit);
        Assert.Equal(new QuoteDecision(true, PauseReason.StaleReference), beyond);
        Assert.False(restsBeyond);
        Assert.Equal(_quote, heard);
    }

    [Theory]
    [InlineData(
        nameof(RuleKind.Throws),
        "error MM0006 (1,53): DivideByZeroException: Attempted to divide by zero.")]
    [InlineData(nameof(RuleKind.NotANumber), "Buy level 0: PriceNotFinite")]
    [InlineData(nameof(RuleKind.Crosses), "Buy level 0: BidNotBelowAsk")]
    public void Two_faults_in_a_row_leave_the_ladder_and_the_third_pulls_it(
        string kind, string fault)
    {
        var bench = MakerBench.Quoting();
        bench.Maker.Rule = RuleVersions.Create(Enum.Parse<RuleKind>(kind));

        QuoteDecision[] decisions =
            [bench.Requote(), bench.Requote(), bench.Requote(), bench.Requote()];

        Assert.Equal([_leave, _leave, _quote, _leave], decisions);
        Assert.True(bench.Maker.Resting.IsEmpty);
        Assert.Equal((fault, 4L), (bench.Maker.RuleFault, bench.Maker.RuleFaults));
    }

    [Fact]
    public void A_sound_answer_forgives_the_faults_before_it()
    {
        var bench = MakerBench.Quoting();
        var (house, faulty) = (bench.Maker.Rule, RuleVersions.Create(RuleKind.Throws));

        var decisions = new List<QuoteDecision>();
        foreach (var rule in (bool[])[false, false, true, false, false])
        {
            bench.Maker.Rule = rule ? house : faulty;
            decisions.Add(bench.Requote());
        }

        Assert.All(decisions, decision => Assert.Equal(_leave, decision));
        Assert.False(bench.Maker.Resting.IsEmpty);
    }

    [Fact]
    public void A_rule_that_fails_after_a_pause_ends_the_excuse_with_its_third_fault()
    {
        var bench = MakerBench.Quoting();
        bench.Hear(110_000);
        bench.Requote();
        bench.Maker.Rule = RuleVersions.Create(RuleKind.Throws);
        bench.Wait(10);
        bench.Hear(110_000);

        QuoteDecision[] decisions = [bench.Requote(), bench.Requote(), bench.Requote()];

        Assert.Equal([_leave, _leave, _quote], decisions);
    }

    [Theory]
    [InlineData(100_001, false)]
    [InlineData(99_999, false)]
    [InlineData(100_002, true)]
    [InlineData(99_998, true)]
    public void A_ladder_within_the_tolerance_is_left_alone(long ticks, bool replace)
    {
        var bench = MakerBench.Quoting();

        bench.Hear(ticks);

        Assert.Equal(replace ? _quote : _leave, bench.Decide());
    }

    [Fact]
    public void Having_bought_moves_the_next_ladder_down_and_having_sold_moves_it_up()
    {
        var (bought, sold) = (MakerBench.Quoting(), MakerBench.Quoting());

        for (var i = 0; i < 101; i++)
        {
            bought.Trade(Side.Buy, 10_000);
            bought.Requote();
            sold.Trade(Side.Sell, 10_000);
            sold.Requote();
        }

        // 101 of 1 000 units by now: ∓0.101 of the largest shift, which is 100 ticks.
        Assert.Equal(-0.101, bought.Maker.Skew, 0.001);
        Assert.Equal(0.101, sold.Maker.Skew, 0.001);
        Assert.Equal(
            [Bid(99_940, 10_000), Bid(99_890, 15_000), Bid(99_840, 20_000)], bought.Maker.Bids);
        Assert.Equal(
            [Ask(100_060, 10_000), Ask(100_110, 15_000), Ask(100_160, 20_000)], sold.Maker.Asks);
    }

    [Fact]
    public void A_fill_is_made_good_with_the_next_decision()
    {
        var bench = MakerBench.Quoting();

        bench.Trade(Side.Sell, 10_000);
        var left = bench.Maker.Resting.Asks.ToArray();
        var decision = bench.Requote();

        Assert.Equal([Ask(100_100, 15_000), Ask(100_150, 20_000)], left);
        Assert.Equal(_quote, decision);
        Assert.Equal(Ask(100_050, 10_000), bench.Maker.Resting.Asks[0]);
    }

    [Fact]
    public void A_lost_reply_forces_a_replacement_of_a_ladder_that_looks_good()
    {
        var bench = MakerBench.Quoting();

        bench.Maker.OnNoReply();
        QuoteDecision[] decisions = [bench.Requote(), bench.Requote()];

        Assert.Equal([_quote, _leave], decisions);
    }

    [Fact]
    public void A_lost_reply_to_a_pull_forces_another_pull()
    {
        var bench = MakerBench.Quoting();
        bench.Hear(110_000);
        bench.Requote();

        bench.Maker.OnNoReply();

        Assert.Equal(new QuoteDecision(true, PauseReason.SharpMove), bench.Decide());
    }

    [Fact]
    public void The_operators_pause_pulls_at_once_and_outranks_every_other_reason()
    {
        var bench = MakerBench.Quoting();
        bench.Hear(110_000);
        bench.Requote();

        bench.Maker.MayQuote = false;
        var paused = bench.Requote();
        bench.Maker.MayQuote = true;
        bench.Wait(10);
        bench.Hear(110_000);
        var resumed = bench.Requote();

        Assert.Equal(new QuoteDecision(true, PauseReason.Operator), paused);
        Assert.Equal(_quote, resumed);
    }

    [Fact]
    public void A_new_configuration_replaces_even_a_ladder_within_its_tolerance()
    {
        var bench = MakerBench.Quoting();

        bench.Maker.Configure(MakerBench.Parameters with { Spread = 0.00099 });
        var decision = bench.Requote();

        Assert.Equal(_quote, decision);
        Assert.Equal(
            (99_951, 100_049),
            (bench.Maker.Resting.Bids[0].Price.Ticks, bench.Maker.Resting.Asks[0].Price.Ticks));
    }

    [Fact]
    public void An_engine_whose_log_ends_before_the_books_is_not_believed()
    {
        var bench = MakerBench.Quoting();
        bench.Trade(Side.Buy, 1);

        Assert.Throws<InvariantBrokenException>(
            () => bench.Maker.OnReply([], lastFill: 0, default, default));
    }

    private static Quote Bid(long ticks, long lots) =>
        new(Side.Buy, new Price(ticks), new Quantity(lots));

    private static Quote Ask(long ticks, long lots) =>
        new(Side.Sell, new Price(ticks), new Quantity(lots));
}
