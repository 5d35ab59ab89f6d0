using MarketMaker.Engine.Market;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.LifeCycle;
using MarketMaker.Grains.Tests.Making;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Core.Internal;

namespace MarketMaker.Grains.Tests.LifeCycle;

public sealed class StrategyGrainTests(MakerFixture fixture) : IClassFixture<MakerFixture>
{
    private const string Counting = """
        Cell ticks = Cell.Of("ticks", 0);
        void OnTick(in Tick t, Quotes q)
        {
            ticks.Value += STEP;
            q.Bid(t.Mid - ticks.Value, 1);
            q.Ask(t.Mid + ticks.Value, 1);
        }
        """;

    private const string WithGamma = """
        Parameter gamma = Parameter.Of("gamma", "USDT", 1, 0.5, MAX);
        void OnTick(in Tick t, Quotes q)
        {
            q.Bid(t.Mid - gamma.Value, 1);
            q.Ask(t.Mid + gamma.Value, 1);
        }
        """;

    [Fact]
    public async Task An_upload_changes_nothing_until_it_is_activated_and_a_bad_one_is_kept_too()
    {
        var (pair, rule) = await NewPair("uploads");
        var first = await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await pair.Say(100);

        var bad = await rule.Grain.Upload(new StrategyUpload(
            "void OnTick(in Tick t, Quotes q)\n{\n    q.Bid(;\n}", RuleUnderTest.Ann));
        var second = await rule.Upload(RuleUnderTest.At(2));
        await pair.Say(100);
        var kept = await pair.Maker.GetStatus();
        var outcome = await rule.Roll(second, RolloutMode.Active);
        await pair.Say(100);
        var swapped = await pair.Maker.GetStatus();
        var versions = await rule.Grain.GetVersions();
        var rejected = await fixture.Grains.GetGrain<IStrategyVersionGrain>(
            IStrategyVersionGrain.KeyOf(rule.Name, bad.Version)).Get();

        Assert.Equal((first, 9900), (kept.StrategyVersion, kept.Bids[0].Price.Ticks));
        Assert.Equal((second, 9800), (swapped.StrategyVersion, swapped.Bids[0].Price.Ticks));
        Assert.Equal((second, first), (outcome.Strategy.Active, outcome.Strategy.Previous));
        Assert.Equal(
            [VersionStatus.Active, VersionStatus.Rejected, VersionStatus.Accepted],
            versions.Select(version => version.Status));
        Assert.Equal(3, rejected!.Diagnostics[0].Line);
        Assert.Equal(
            [
                StrategyStep.Activated, StrategyStep.Uploaded, StrategyStep.Rejected,
                StrategyStep.Configured, StrategyStep.Activated, StrategyStep.Uploaded,
            ],
            (await rule.Grain.GetAudit()).Select(line => line.What));
        Assert.Equal(0, (await pair.Maker.GetStatistics()).MissedTicks);
    }

    [Fact]
    public async Task A_swap_to_a_version_that_wants_the_same_leaves_every_quote_where_it_is()
    {
        var (pair, rule) = await NewPair("same");
        await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await pair.Say(100);
        var before = await pair.Engine.GetOwnOrders(DeskAccount.Id);

        var second = await rule.Activate(RuleUnderTest.At(1) + "\n// The same in other words.\n");
        await pair.Say(100);

        var after = await pair.Engine.GetOwnOrders(DeskAccount.Id);
        Assert.Equal(second, (await pair.Maker.GetStatus()).StrategyVersion);
        Assert.Equal(
            before!.Orders.Select(order => order.Id), after!.Orders.Select(order => order.Id));
    }

    [Theory]
    [InlineData("one[t.Mid > zero ? 1 : 0] = zero;", "IndexOutOfRange")]
    [InlineData("q.Ask(zero / zero, 1);", "PriceNotFinite")]
    [InlineData("while (t.Mid > zero) { }", "FuelExhausted")]
    public async Task A_failing_version_is_gone_with_its_third_tick_everywhere_and_for_good(
        string how, string fault)
    {
        var (pair, rule) = await NewPair("fails");
        var good = await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await pair.Say(100);

        var bad = await rule.Activate(RuleUnderTest.Failing(how));
        var ladders = new List<(long Bid, long Ask)>();
        for (var tick = 1; tick <= 3; tick++)
        {
            await pair.Say(100 + tick / 10m);
            var book = await pair.Engine.GetBook(2);
            ladders.Add((
                Assert.Single(book.Bids).Price.Ticks, Assert.Single(book.Asks).Price.Ticks));
        }

        // A faulty tick leaves the ladder alone, and the third is answered by the version before;
        // or one before it, because the maker decides at other moments than ticks, too.
        (long, long)[] answers = [(9910, 10_110), (9920, 10_120), (9930, 10_130)];
        Assert.All(ladders.Zip(answers), tick => Assert.Contains(
            tick.First, new[] { (9900, 10_100), tick.Second }));
        Assert.Equal(answers[^1], ladders[^1]);
        Assert.Equal(good, (await pair.Maker.GetStatus()).StrategyVersion);
        var line = await rule.Audited(StrategyStep.Failed);
        Assert.Equal((bad, StrategyAct.Product), (line.Version, line.Who));
        Assert.Equal([pair.Pair.ToString()], line.Pairs);
        Assert.Contains(fault, line.Why, StringComparison.Ordinal);
        var again = await rule.Roll(bad, RolloutMode.Active);
        Assert.Equal(StrategyRefusal.Bad, again.Refusal);
        Assert.Contains(fault, again.Detail, StringComparison.Ordinal);
        var elsewhere = await NewRule("elsewhere").Grain.Upload(
            new StrategyUpload(RuleUnderTest.Failing(how), RuleUnderTest.Bob));
        Assert.Equal(
            (StrategyRefusal.Bad, VersionStatus.Bad), (elsewhere.Refusal, elsewhere.Status));
        Assert.Equal(good, (await rule.Grain.GetView())!.Active);
    }

    [Fact]
    public async Task The_first_version_of_a_name_fails_back_to_the_rule_that_the_pair_had_before()
    {
        var (pair, rule) = await NewPair("first");
        await pair.Say(100);
        var before = await pair.Maker.GetStatus();
        await rule.Upload(RuleUnderTest.Failing("one[1] = 0;"));
        await rule.UseOn(pair);

        for (var tick = 0; tick < 3; tick++)
            await pair.Say(100.1m);
        await rule.Audited(StrategyStep.Failed);
        var status = await pair.Eventually(
            now => now.Strategy == "house-ladder" && now.Bids.Length == 5);

        Assert.Equal(before.StrategyVersion, status.StrategyVersion);
        Assert.Null((await rule.Grain.GetView())!.Active);
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while ((await pair.Maker.GetConfiguration()).Strategy != "house-ladder")
            await Task.Delay(10, patience.Token);
    }

    [Fact]
    public async Task A_canary_quotes_on_its_pairs_alone_until_it_is_active_or_taken_back()
    {
        var (pair, rule) = await NewPair("canary");
        var (other, _) = await NewPair("canary");
        var first = await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await rule.UseOn(other);
        var second = await rule.Upload(RuleUnderTest.At(2));

        var stranger = await rule.Roll(
            second, RolloutMode.Canary, (await NewPair("canary")).Pair);
        await rule.Roll(second, RolloutMode.Canary, pair);
        var canary = (await Version(pair), await Version(other));
        await rule.RollBack();
        var back = (await Version(pair), await Version(other));
        await rule.Roll(second, RolloutMode.Canary, other);
        await rule.Roll(second, RolloutMode.Active);
        var active = (await Version(pair), await Version(other));

        Assert.Equal(StrategyRefusal.UnknownPair, stranger.Refusal);
        Assert.Equal((second, first), canary);
        Assert.Equal((first, first), back);
        Assert.Equal((second, second), active);
    }

    [Fact]
    public async Task Cells_survive_swaps_and_restarts_and_a_strict_rollback_restores_them()
    {
        var (pair, rule) = await NewPair("cells");
        await rule.Upload(Counting.Replace("STEP", "1", StringComparison.Ordinal));
        await rule.UseOn(pair);
        await pair.Say(100);
        await rule.Activate(Counting.Replace("STEP", "10", StringComparison.Ordinal));
        await pair.Say(100);
        var swapped = await Distance(pair);
        await pair.Maker.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        await pair.Eventually(status => status.Bids.Length == 0);
        await pair.Say(100);
        var restarted = await Distance(pair);

        await rule.RollBack(strict: true);
        await pair.Say(100);
        var strict = await Distance(pair);
        await rule.Activate(Counting.Replace("STEP", "20", StringComparison.Ordinal));
        await pair.Say(100);
        await rule.RollBack();
        await pair.Say(100);
        var loose = await Distance(pair);

        // The maker decides at other moments than ticks, too; each adds a step of its version.
        Assert.True(swapped >= 11 && swapped % 10 is > 0 and < 10);
        Assert.True(restarted >= swapped + 10);
        Assert.InRange(strict, 2, 10);
        Assert.True(loose >= strict + 21);
    }

    [Fact]
    public async Task Parameters_are_checked_by_name_and_range_and_change_at_the_next_tick()
    {
        var (pair, rule) = await NewPair("gamma");
        await rule.Upload(WithGamma.Replace("MAX", "10", StringComparison.Ordinal));
        await rule.UseOn(pair, ("gamma", 3));
        await pair.Say(100);
        var three = await Distance(pair);

        var wrong = await rule.UseOn(pair, ("gamma", 11), ("delta", 1));
        var kept = await Distance(pair);
        await rule.UseOn(pair, ("gamma", 4.5m));
        var four = await Distance(pair);
        var narrow = await rule.Upload(WithGamma.Replace("MAX", "4", StringComparison.Ordinal));
        var unfit = await rule.Roll(narrow, RolloutMode.Active);
        var view = await pair.Maker.GetRule();

        Assert.Equal((3, 3, 4.5), (three, kept, four));
        Assert.Equal(
            ["parameters.delta", "parameters.gamma"],
            wrong.Errors.Select(error => error.Field).Order());
        Assert.Contains(
            "from 0.5 to 10 (USDT)",
            wrong.Errors.Single(error => error.Field == "parameters.gamma").Message,
            StringComparison.Ordinal);
        Assert.Equal(StrategyRefusal.NotPrepared, unfit.Refusal);
        Assert.Contains("gamma must be from 0.5 to 4", unfit.Detail, StringComparison.Ordinal);
        Assert.Equal(
            new RuleParameterView("gamma", "USDT", 4.5, 1, 0.5, 10),
            Assert.Single(view.Parameters));
    }

    [Fact]
    public async Task Who_gives_a_pair_the_rule_or_other_parameters_is_in_the_audit()
    {
        var (pair, rule) = await NewPair("noted");
        var version = await rule.Upload(WithGamma.Replace("MAX", "10", StringComparison.Ordinal));
        var configuration = await pair.Maker.GetConfiguration();

        await Configure(3, "to begin with");
        await Configure(3, "the same again");
        await Configure(11, "out of range");
        await Configure(4.5m, "");
        await Configure(null, "as it was");

        var lines = (await rule.Grain.GetAudit())
            .TakeWhile(line => line.What == StrategyStep.Configured).ToArray();
        Assert.Equal(
            [
                "gamma 4.5 to default: as it was",
                "gamma 3 to 4.5",
                $"{pair.Pair} leaves house-ladder for it, gamma default to 3: to begin with",
            ],
            lines.Select(line => line.Why));
        Assert.All(lines, line => Assert.Equal(
            (version, "bob", pair.Pair.ToString()),
            (line.Version, line.Who, Assert.Single(line.Pairs))));

        Task Configure(decimal? gamma, string why)
        {
            var values = new Dictionary<string, decimal>();
            if (gamma is { } value)
                values["gamma"] = value;
            return pair.Maker.Configure(
                configuration with { Strategy = rule.Name, Parameters = values },
                new StrategyAct("bob", why));
        }
    }

    [Fact]
    public async Task A_guard_takes_a_version_back_that_moves_the_position_too_far()
    {
        var (pair, rule) = await NewPair("guarded");
        var first = await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await Guard(pair, position: 0.5m);
        var second = await rule.Activate(RuleUnderTest.At(0.7));
        await pair.Say(100);
        var before = await Version(pair);

        await pair.Trade(Engine.Units.Side.Buy, 0.7m);
        await pair.Settled();
        await pair.Say(100);
        var after = await Version(pair);
        var line = await rule.Audited(StrategyStep.Failed);

        Assert.Equal((second, first), (before, after));
        Assert.Contains("moved the position by -0.700", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guard_takes_a_version_back_that_loses_too_much()
    {
        var (pair, rule) = await NewPair("loser");
        var first = await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await Guard(pair, loss: 1);
        var second = await rule.Activate(RuleUnderTest.At(0.51));
        await pair.Say(100);
        // It sells one at 100.51, and loses what the price rises beyond that.
        await pair.Trade(Engine.Units.Side.Buy, 1);
        await pair.Settled();

        await pair.Say(101);
        var allowed = await Version(pair);
        await pair.Say(102);
        var after = await Version(pair);
        var book = await pair.Engine.GetBook(1);
        var line = await rule.Audited(StrategyStep.Failed);
        var again = await rule.Roll(second, RolloutMode.Active);

        Assert.Equal((second, first), (allowed, after));
        Assert.Equal((10_100, 10_300), (book.Bids[0].Price.Ticks, book.Asks[0].Price.Ticks));
        Assert.Equal((second, StrategyAct.Product), (line.Version, line.Who));
        Assert.Equal([pair.Pair.ToString()], line.Pairs);
        Assert.Contains("it lost 2.00000, 1.00000", line.Why, StringComparison.Ordinal);
        Assert.Equal(StrategyRefusal.Bad, again.Refusal);
    }

    [Fact]
    public async Task A_version_that_loses_is_held_to_its_limit_across_a_restart_and_no_earlier()
    {
        var (pair, rule) = await NewPair("resumed");
        await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await Guard(pair, loss: 0);
        await pair.Say(100);
        await pair.Trade(Engine.Units.Side.Buy, 1);
        await pair.Settled();
        // What is lost up to here is not the next version's.
        await pair.Say(105);
        var second = await rule.Activate(RuleUnderTest.At(0.52));
        await Guard(pair, loss: 2);
        await pair.Say(106.5m);

        await pair.Maker.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
        await pair.Eventually(status => status.Bids.Length == 0);
        await pair.Say(106.9m);
        var allowed = await Version(pair);
        await pair.Say(107.1m);
        var line = await rule.Audited(StrategyStep.Failed);

        Assert.Equal(second, allowed);
        Assert.Equal(second, line.Version);
        Assert.Contains("it lost 2.10000, 2.00000", line.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_approval_is_needed_a_second_person_puts_the_version_in_force()
    {
        var options = fixture.Services.GetRequiredService<IOptions<StrategyOptions>>().Value;
        var rule = NewRule("approved");
        var first = await rule.Upload(RuleUnderTest.At(1));
        var second = await rule.Upload(RuleUnderTest.At(2));
        options.NeedsApproval = true;
        try
        {
            var nobody = await rule.Grain.Activate(new RolloutRequest(
                second, RolloutMode.Active, [], new StrategyAct(StrategyAct.Unknown, "")));
            var asked = await rule.Roll(second, RolloutMode.Active);
            var same = await rule.Grain.Approve(second, RuleUnderTest.Ann);
            var still = (await rule.Grain.GetView())!.Active;
            var approved = await rule.Grain.Approve(second, RuleUnderTest.Bob);

            Assert.Equal(StrategyRefusal.OperatorMissing, nobody.Refusal);
            Assert.True(asked.AwaitsApproval);
            Assert.Equal(StrategyRefusal.SamePerson, same.Refusal);
            Assert.Equal(first, still);
            Assert.Equal(
                (StrategyRefusal.None, second), (approved.Refusal, approved.Strategy.Active));
            Assert.Equal(
                [
                    ("bob", StrategyStep.Activated), ("bob", StrategyStep.Approved),
                    ("ann", StrategyStep.Requested),
                ],
                (await rule.Grain.GetAudit()).Take(3).Select(line => (line.Who, line.What)));
        }
        finally
        {
            options.NeedsApproval = false;
        }
    }

    [Fact]
    public async Task What_is_not_known_or_was_rejected_is_refused_and_says_so()
    {
        var rule = NewRule("refused");
        var bad = await rule.Grain.Upload(new StrategyUpload("int x = ;", RuleUnderTest.Ann));

        var unknown = await rule.Roll(new string('0', 64), RolloutMode.Active);
        var rejected = await rule.Roll(bad.Version, RolloutMode.Active);
        var none = await rule.RollBack();

        Assert.Equal(
            (StrategyRefusal.UnknownVersion, StrategyRefusal.Rejected,
                StrategyRefusal.NothingBefore),
            (unknown.Refusal, rejected.Refusal, none.Refusal));
        Assert.All(
            [unknown, rejected, none], outcome => Assert.NotEmpty(outcome.Detail));
    }

    [Fact]
    public async Task A_version_in_the_shadow_trades_on_a_ghost_and_quotes_nowhere()
    {
        var (pair, rule) = await NewPair("shadowed");
        var first = await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await pair.Say(100);
        var second = await rule.Upload(RuleUnderTest.At(0.5));

        await rule.Roll(second, RolloutMode.Shadow, pair);
        await Eventually(async () => (await rule.Grain.GetShadows(second)).Length > 0);
        await pair.Say(100.01m);
        await pair.Trade(Engine.Units.Side.Buy, 0.3m);
        await Eventually(async () => (await rule.Grain.GetShadows(second)) is
            [{ Comparison: { Candidate.Figures.Fills: 1, Current.Figures.Fills: 1 } }]);
        var shadow = Assert.Single(await rule.Grain.GetShadows(second));
        var quoting = await pair.Maker.GetStatus();
        var ended = await rule.Grain.EndShadow(second, RuleUnderTest.Bob);
        await Eventually(async () => (await pair.Maker.GetShadow()) is null);
        var again = await rule.Grain.EndShadow(second, RuleUnderTest.Bob);

        // It sold half a unit nearer to the price: the same fill earns less.
        Assert.Equal((first, 9901), (quoting.StrategyVersion, quoting.Bids[0].Price.Ticks));
        Assert.Equal(-0.15m, shadow.Comparison!.Difference!.Spread);
        Assert.Equal(
            (StrategyRefusal.None, StrategyRefusal.NotInShadow), (ended.Refusal, again.Refusal));
        var line = await rule.Audited(StrategyStep.ShadowEnded);
        Assert.Equal((second, "bob", "a look at it"), (line.Version, line.Who, line.Why));
        Assert.Equal(
            shadow.Comparison.Candidate.Figures,
            Assert.Single(await rule.Grain.GetShadows(second)).Comparison!.Candidate.Figures);
    }

    [Fact]
    public async Task A_version_is_no_shadow_and_no_canary_of_itself()
    {
        var (pair, rule) = await NewPair("itself");
        var (other, _) = await NewPair("itself");
        var first = await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        await rule.UseOn(other);
        var second = await rule.Upload(RuleUnderTest.At(2));
        await rule.Roll(second, RolloutMode.Canary, pair);
        var before = await rule.Grain.GetView();

        var shadow = await rule.Roll(first, RolloutMode.Shadow, other);
        var canary = await rule.Roll(first, RolloutMode.Canary, other);
        var ofCanary = await rule.Roll(second, RolloutMode.Shadow, pair, other);
        var refused = await rule.Grain.GetView();
        var elsewhere = await rule.Roll(second, RolloutMode.Shadow, other);

        Assert.All([shadow, canary, ofCanary], outcome =>
            Assert.Equal(StrategyRefusal.AlreadyInForce, outcome.Refusal));
        Assert.Contains("is the one in force", shadow.Detail, StringComparison.Ordinal);
        Assert.EndsWith(
            $"quotes already on {pair.Pair}: there is nothing that a shadow could be compared "
            + "with.",
            ofCanary.Detail, StringComparison.Ordinal);
        Assert.Equal(
            (before!.Epoch, second, null),
            (refused!.Epoch, refused.Canary!.Version, refused.Shadow));
        Assert.Equal(StrategyRefusal.None, elsewhere.Refusal);
    }

    [Fact]
    public async Task A_version_is_tried_on_the_recording_beside_the_one_in_force()
    {
        var (pair, rule) = await NewPair("tried");
        await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        var second = await rule.Upload(RuleUnderTest.At(0.5));
        var name = pair.Pair.ToString();

        var nothing = await rule.Grain.Backtest(second, name, RuleUnderTest.Ann);
        fixture.Tapes.Say(pair.Pair, Tape(pair.Listing.VenueSymbol));
        var begun = await rule.Grain.Backtest(second, name, RuleUnderTest.Ann);
        var keeper = fixture.Grains.GetGrain<IStrategyVersionGrain>(
            IStrategyVersionGrain.KeyOf(rule.Name, second));
        await Eventually(async () =>
            (await keeper.GetBacktest())!.Status == BacktestStatus.Done);
        var report = (await keeper.GetBacktest())!.Comparison!;

        Assert.Equal(StrategyRefusal.NothingRecorded, nothing.Refusal);
        Assert.Equal(StrategyRefusal.None, begun.Refusal);
        Assert.Equal((second, 20L), (report.Candidate.Version, report.Candidate.Ticks));
        Assert.NotNull(report.Difference);
        Assert.Equal("ann", (await rule.Audited(StrategyStep.Backtested)).Who);
    }

    [Fact]
    public async Task A_recording_is_tried_source_by_source_and_one_that_it_lacks_is_named()
    {
        var pair = await fixture.NewPairOfTwoSources();
        var rule = NewRule("sources");
        await rule.Upload(RuleUnderTest.At(1));
        await rule.UseOn(pair);
        var second = await rule.Upload(RuleUnderTest.At(0.5));
        var okx = pair.Listing.Feeds[1].Symbol;

        // The second venue is 2 % away, and 1 % is allowed.
        var both = await Try(Tape(pair.Listing.VenueSymbol, Okx(okx, "102")));
        var one = await Try(Okx(okx, "102"));
        var none = await Try(Tape("NOBODYUSDT"));

        Assert.Equal((BacktestStatus.Done, null), (both.Status, both.Remark));
        Assert.Contains(
            PauseReason.SourcesDisagree,
            both.Comparison!.Candidate.Excuses.Select(excuse => excuse.Reason));
        Assert.Equal(BacktestStatus.Done, one.Status);
        Assert.Equal(
            $"The recording has no price of binance {pair.Listing.VenueSymbol}: the reference is "
            + "made of the others.",
            one.Remark);
        // 0.99 around 102.005, not thrice that: the other source was never there to be lost.
        Assert.Equal(97.0541m, one.Comparison!.Candidate.Figures.MeanSpreadBps);
        Assert.Equal(
            (BacktestStatus.Failed, "The recording has no price of the pair."),
            (none.Status, none.Remark));

        async Task<BacktestView> Try(string tape)
        {
            fixture.Tapes.Say(pair.Pair, tape);
            var begun = await rule.Grain.Backtest(second, pair.Pair.ToString(), RuleUnderTest.Ann);
            Assert.Equal(StrategyRefusal.None, begun.Refusal);
            var keeper = fixture.Grains.GetGrain<IStrategyVersionGrain>(
                IStrategyVersionGrain.KeyOf(rule.Name, second));
            await Eventually(async () =>
                (await keeper.GetBacktest())!.Status != BacktestStatus.Running);
            return (await keeper.GetBacktest())!;
        }
    }

    private static string Okx(string symbol, string bid) => string.Concat(
        Enumerable.Range(1, 20).Select(id => FormattableString.Invariant(
            $"17000000{id:00}00000001 {{\"arg\":{{\"channel\":\"bbo-tbt\",")
            + FormattableString.Invariant($"\"instId\":\"{symbol}\"}},\"data\":[{{")
            + FormattableString.Invariant($"\"asks\":[[\"{bid}.01\",\"1\",\"0\",\"1\"]],")
            + FormattableString.Invariant($"\"bids\":[[\"{bid}.00\",\"1\",\"0\",\"1\"]],")
            + FormattableString.Invariant($"\"ts\":\"17000000{id:00}000\",\"seqId\":{id}}}]}}\n")));

    private static string Tape(string symbol, string beside) => string.Concat(
        (Tape(symbol) + beside).Split('\n').Order(StringComparer.Ordinal)
            .Where(line => line.Length > 0).Select(line => line + "\n"));

    private static string Tape(string symbol) => string.Concat(
        Enumerable.Range(1, 20).Select(id => FormattableString.Invariant(
            $"17000000{id:00}00000000 {{\"stream\":\"{symbol.ToLowerInvariant()}@bookTicker\",")
            + FormattableString.Invariant(
                $"\"data\":{{\"u\":{id},\"s\":\"{symbol}\",\"b\":\"100.{id:00}\",\"B\":\"1\",")
            + FormattableString.Invariant($"\"a\":\"100.{id + 1:00}\",\"A\":\"1\"}}}}\n")));

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(LocalCluster.Patience);
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    private RuleUnderTest NewRule(string name) =>
        new(fixture.Grains, $"{name}-{Guid.NewGuid():N}");

    private async Task<(MakerUnderTest Pair, RuleUnderTest Rule)> NewPair(string name) =>
        (await fixture.NewPair(), NewRule(name));

    /// <summary>Sets a pair's guards; its price may move by a tenth at once.</summary>
    private static async Task Guard(MakerUnderTest pair, decimal loss = 0, decimal position = 0)
    {
        var reply = await pair.Maker.Configure(await pair.Maker.GetConfiguration() with
        {
            GuardLoss = loss,
            GuardPosition = position,
            MaxMove = 0.1m,
        });
        Assert.Empty(reply.Errors);
    }

    private static async Task<string> Version(MakerUnderTest pair) =>
        (await pair.Maker.GetStatus()).StrategyVersion;

    /// <summary>How far the best bid is from a reference of 100.</summary>
    private static async Task<double> Distance(MakerUnderTest pair) =>
        100 - (await pair.Engine.GetBook(1)).Bids[0].Price.Ticks / 100.0;
}
