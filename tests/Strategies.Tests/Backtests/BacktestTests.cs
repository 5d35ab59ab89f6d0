using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Backtests;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Backtests;

public sealed class BacktestTests
{
    private static readonly MarketTerms Terms = new()
    {
        Spec = Pairs.Cents,
        Fees = new FeeSchedule(new FeeRate(-50), new FeeRate(500)),
        Desk = AccountId.Parse("desk"),
        BaseCapital = new Quantity(1_000_000),
        QuoteCapital = new Notional(1_000_000L * 10_000),
        Compliance = new ComplianceTerms(new Ratio(2_000), new Quantity(1_000)),
        Parameters = new QuotingParameters(
            Levels: 3, Spread: 0.001, Spacing: 0.0005, Size: 1, SkewFactor: 0.001,
            new ProtectionLimits(
                new Ratio(5_000), Pause: TimeSpan.FromSeconds(10), MaxAge: TimeSpan.FromSeconds(2)),
            new QuoteTolerance(new Ratio(10), new Ratio(50_000))),
    };

    [Fact]
    public void The_same_events_give_the_same_report_bit_for_bit()
    {
        var events = MarketHistory.Of(seed: 7, seconds: 60);

        var (first, second) = (Run(events), Run(events));

        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(first with { Markouts = [], Obligations = second.Obligations },
            second with { Markouts = [] });
        Assert.Equal(first.Markouts, second.Markouts);
        Assert.True(first.Fills > 0 && first.Requotes > 0);
    }

    [Fact]
    public void One_trade_more_is_another_run()
    {
        VenueEvent[] events =
            [MarketHistory.Quote(0, 9_999, 10_001), MarketHistory.Trade(1, Side.Sell, 5)];

        var (without, with) = (Run(events), Run([.. events, events[1]]));

        Assert.NotEqual(without.Hash, with.Hash);
        Assert.Equal(without.Fills + 1, with.Fills);
    }

    [Fact]
    public void What_is_earned_is_exact_whatever_happens()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var report = Run(MarketHistory.Of(seed, seconds: 30));

            var books = report.ProfitAndLoss;
            Assert.Equal(default, books.Residual);
            Assert.Equal(books.Equity, books.Spread + books.Inventory);
            Assert.True(
                Math.Abs(report.WorstInventory.Position.Lots) >= Math.Abs(books.Position.Lots));
            Assert.Equal(report.Volume.Lots == 0, report.Fills == 0);
        }
    }

    [Fact]
    public void A_customer_trades_at_the_maker_s_price_and_the_maker_requotes()
    {
        var report = Run(
        [
            MarketHistory.Quote(0, 9_999, 10_001),
            MarketHistory.Trade(1, Side.Buy, lots: 500),
            MarketHistory.Heartbeat(1.1),
        ]);

        // Mid 100, half a spread of 0.05: half a unit sold 5 cents above, and the rebate.
        Assert.Equal((1L, 500L, -500L), (
            report.Fills, report.Volume.Lots, report.ProfitAndLoss.Position.Lots));
        Assert.Equal(0.025m, Pairs.Cents.ToDecimal(report.ProfitAndLoss.Spread));
        Assert.Equal(
            new InventoryExtreme(new Quantity(-500), MarketHistory.At(1)), report.WorstInventory);
        // Nothing without a reference, the ladder, the ladder made whole.
        Assert.Equal((3L, 1L), (report.Requotes, report.CustomerCommands));
    }

    [Fact]
    public void Time_is_divided_into_quoted_and_excused_and_the_reasons_are_told()
    {
        var report = Run(
        [
            MarketHistory.Heartbeat(0),
            MarketHistory.Quote(1, 9_999, 10_001),
            MarketHistory.Quote(6, 9_999, 10_001),
            MarketHistory.Quote(7, 10_199, 10_201),
            MarketHistory.Heartbeat(9),
        ]);

        var excused = report.Obligations.Excused;
        Assert.Equal(TimeSpan.FromSeconds(1), excused[PauseReason.NoReference]);
        Assert.Equal(TimeSpan.FromSeconds(2), excused[PauseReason.SharpMove]);
        // Two seconds old is still fresh; the look after it finds it stale.
        Assert.Equal(TimeSpan.FromSeconds(2.75), excused[PauseReason.StaleReference]);
        Assert.Equal(report.Obligations.Obliged, report.Obligations.TwoSided);
        Assert.Equal(report.Obligations.Obliged, report.Compliant);
        Assert.Equal(
            report.To - report.From,
            report.Obligations.Obliged + excused.Values.Aggregate((all, one) => all + one));
    }

    [Fact]
    public void A_ladder_that_is_too_wide_or_too_thin_is_not_compliant()
    {
        VenueEvent[] events =
            [MarketHistory.Quote(0, 9_999, 10_001), MarketHistory.Heartbeat(1)];
        var wide = Terms with { Compliance = new ComplianceTerms(new Ratio(900), default) };
        var deep = Terms with
        {
            Compliance = new ComplianceTerms(new Ratio(2_000), new Quantity(100_000)),
        };

        Assert.Equal(TimeSpan.FromSeconds(1), Run(events).Compliant);
        Assert.Equal(TimeSpan.Zero, Run(events, wide).Compliant);
        Assert.Equal(TimeSpan.Zero, Run(events, deep).Compliant);
    }

    [Fact]
    public void A_rule_that_fails_is_counted_with_its_first_failure()
    {
        const string source = """
            int ticks;

            void OnTick(in Tick t, Quotes q)
            {
                ticks++;
                q.Bid(ticks > 2 ? 0 / (t.Mid - t.Mid) : t.Mid * 0.999, 1);
                q.Ask(t.Mid * 1.001, 1);
            }
            """;
        VenueEvent[] events =
            [.. Enumerable.Range(0, 12).Select(i => MarketHistory.Quote(i * 0.1, 9_999, 10_001))];

        var report = Run(events, Terms, Compiled.Rule(source));

        Assert.True(report.RuleFaults > 3);
        Assert.Equal(MarketHistory.At(0.2), report.FirstFault!.At);
        Assert.Contains("NotFinite", report.FirstFault.What, StringComparison.Ordinal);
        Assert.True(report.Obligations.TwoSided < report.Obligations.Obliged);
    }

    [Fact]
    public void Quotes_that_trade_too_much_are_pulled_and_the_pause_has_its_reason()
    {
        var terms = Terms with
        {
            Limits = new MarketLimits
            {
                Protection = new QuoteProtection(
                    new Quantity(1_000), default, TimeSpan.FromSeconds(10),
                    TimeSpan.FromSeconds(3)),
            },
        };

        var report = Run(
        [
            MarketHistory.Quote(0, 9_999, 10_001),
            MarketHistory.Trade(0.5, Side.Buy, lots: 2_000),
            .. Enumerable.Range(1, 5).Select(i => MarketHistory.Quote(i, 9_999, 10_001)),
        ],
        terms);

        Assert.Equal((1L, 2L), (report.PulledLadders, report.Fills));
        Assert.True(report.Obligations.Excused[PauseReason.Protection] > TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_stamp_of_the_far_future_does_not_take_forever()
    {
        var report = Run(
        [
            MarketHistory.Quote(0, 9_999, 10_001),
            MarketHistory.Quote(9e9, 9_999, 10_001),
        ]);

        Assert.Equal(2, report.Ticks);
        Assert.Equal(TimeSpan.FromSeconds(9e9), report.To - report.From);
    }

    [Fact]
    public void A_source_that_the_tape_lacks_has_no_part_and_the_next_one_s_trades_are_taken()
    {
        var conversion = new Conversion(
            new PairSpec(PairId.Parse("BTC-USDC"), 0.01m, 0.001m, new(1_000), new(1)),
            [new ConversionLeg(
                2,
                new PairSpec(PairId.Parse("USDC-USDT"), 0.0001m, 1, new(100_000), new(1)))],
            Pairs.Cents);
        var terms = Terms with
        {
            References = new ReferencePlan(
                4, [new SourcePlan(0), new SourcePlan(1, conversion), new SourcePlan(3)],
                ReferenceLimits.None),
        };
        VenueEvent[] events =
        [
            .. Enumerable.Range(0, 20).SelectMany(i => new[]
            {
                MarketHistory.Quote(i * 0.1, 9_999, 10_001, source: 3),
                MarketHistory.Quote(i * 0.1, 8_999, 9_001, source: 1),
            }),
            MarketHistory.Trade(2, Side.Buy, lots: 500, source: 3),
        ];

        var found = terms.On(new HashSet<int> { 1, 3 })!;
        var report = Run(events, found);

        Assert.Equal([3], found.References.Sources.ToArray().Select(source => source.Feed));
        Assert.Equal((1L, 500L), (report.Fills, report.Volume.Lots));
        // As wide as configured: it is not one source of several that is left alone.
        Assert.Equal(1_000_000, report.Obligations.MeanSpreadPartsPerBillion);
        Assert.Same(terms, terms.On(new HashSet<int> { 0, 1, 2, 3 }));
        Assert.Null(terms.On(new HashSet<int> { 1 }));
    }

    [Fact]
    public void Without_an_event_there_is_nothing_to_tell()
    {
        var report = Run([]);

        Assert.Equal((0L, 0L), (report.Ticks, report.Fills));
        Assert.Equal(report.From, report.To);
    }

    private static QuotingReport Run(
        IEnumerable<VenueEvent> events, MarketTerms? terms = null, IQuotingRule? rule = null)
    {
        var backtest = new Backtest(terms ?? Terms, rule ?? Compiled.HouseLadder());
        foreach (var what in events)
            backtest.Take(what);
        return backtest.Report();
    }
}
