using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;
using MarketMaker.Strategies.Shadow;

namespace MarketMaker.Strategies.Tests.Shadow;

public sealed class ShadowMarketTests
{
    private const string Wider = """
        void OnTick(in Tick t, Quotes q)
        {
            q.Bid(t.Mid * 0.999, 2);
            q.Ask(t.Mid * 1.001, 2);
        }
        """;

    private static readonly Instant _start = new(1_700_000_000_000_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_does_not_matter_how_late_the_commands_are_told(int seed)
    {
        var (atOnce, late) = (Play(seed, everyEvents: 1), Play(seed, everyEvents: 97));

        Assert.Equal(atOnce.Candidate!.Hash, late.Candidate!.Hash);
        Assert.Equal(atOnce.Current!.Hash, late.Current!.Hash);
        Assert.NotEqual(late.Candidate.Hash, late.Current.Hash);
        Assert.Equal((1L, null), (late.Beginnings, late.LastLoss));
        Assert.True(late.Candidate.Fills > 0 && late.Current.Fills > 0);
    }

    [Fact]
    public void The_rule_in_force_earns_in_its_ghost_what_it_earns_in_the_market()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var shadow = Shadow(live);

        Play(live, shadow, seed: 4, everyEvents: 50);

        Assert.Equal(live.ProfitAndLoss, shadow.Report().Current!.ProfitAndLoss);
        Assert.NotEqual(live.ProfitAndLoss, shadow.Report().Candidate!.ProfitAndLoss);
    }

    [Fact]
    public void When_commands_are_lost_it_begins_anew_from_the_market_as_it_is()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var shadow = Shadow(live);
        Speak(live, times: 3);
        var commands = live.Tap.After(0, 10);

        shadow.OnCommands([commands[0], commands[2]], live.Now);

        Assert.True(shadow.NeedsMarket);
        Assert.Equal("commands 2 to 2 are lost", shadow.Report().LastLoss);
        Assert.Null(shadow.Report().Candidate);

        shadow.Begin(live.Engine.Snapshot(), live.Engine.Epoch, live.Tap.Last, live.Now);
        Speak(live, times: 1);
        shadow.OnCommands(live.Tap.After(shadow.LastCommand, 10), live.Now);

        Assert.False(shadow.NeedsMarket);
        Assert.Equal((2L, 4L), (shadow.Report().Beginnings, shadow.LastCommand));
    }

    [Fact]
    public void A_new_beginning_knows_the_last_reference()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var shadow = new ShadowMarket(
            LiveMarket.Terms, Compiled.HouseLadder(), Compiled.HouseLadder());

        shadow.OnReference(0, Quote(10_000), _start, _start);
        shadow.Begin(live.Engine.Snapshot(), live.Engine.Epoch, 0, _start);

        Assert.Equal(8, shadow.Report().Candidate!.Orders.Placed);
    }

    [Fact]
    public void A_feed_that_is_ill_makes_the_ghosts_pause_too()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var shadow = Shadow(live);
        var second = TimeSpan.FromSeconds(1);

        shadow.OnReference(0, Quote(10_000), _start, _start);
        shadow.OnHealth(0, new SourceHealth(SourceReason.NotTrading), _start + second);
        shadow.OnCommands([], _start + second + second);

        var quoted = shadow.Report().Candidate!.Obligations;
        Assert.Equal((second, second), (quoted.TwoSided, quoted.Excused.Values.Single()));
    }

    [Fact]
    public void References_without_a_word_of_the_customers_are_not_kept_forever()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var shadow = Shadow(live);

        for (var i = 0; i <= ShadowMarket.MaxWaiting; i++)
            shadow.OnReference(0, Quote(10_000), _start, _start);

        Assert.True(shadow.NeedsMarket);
        Assert.Contains("16384 references", shadow.Report().LastLoss, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_breaks_in_a_ghost_is_a_loss_and_is_not_thrown()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var shadow = Shadow(live);

        shadow.OnCommands([CustomerCommand.Halt(_start, "") with { Number = 1 }], _start);
        var afterCommand = shadow.Report().LastLoss;
        shadow.Begin(new EngineSnapshot(0, 0, default, [], []), 3, 0, _start);

        Assert.Contains("reason", afterCommand, StringComparison.Ordinal);
        Assert.True(shadow.NeedsMarket);
        Assert.Contains("Desk", shadow.Report().LastLoss, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_that_fails_on_every_tick_is_measured_like_any_other()
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var failing = Compiled.Rule("void OnTick(in Tick t, Quotes q) { q.Bid(-1, 1); }");
        var shadow = Shadow(live, failing);

        Play(live, shadow, seed: 5, everyEvents: 10);

        var report = shadow.Report();
        Assert.True(report.Candidate!.RuleFaults > 0);
        Assert.Equal((0L, 0L), (report.Candidate.Fills, report.Current!.RuleFaults));
    }

    private static ShadowReport Play(int seed, int everyEvents)
    {
        var live = new LiveMarket(Compiled.HouseLadder(), _start);
        var shadow = Shadow(live);
        Play(live, shadow, seed, everyEvents);
        return shadow.Report();
    }

    private static void Play(LiveMarket live, ShadowMarket shadow, int seed, int everyEvents)
    {
        var random = new Random(seed);
        var crowd = new CustomerCrowd(random, live);
        live.Begin();
        for (var i = 1; i <= 970; i++)
        {
            live.LetPass(TimeSpan.FromMicroseconds(random.Next(1, 60_000)));
            if (random.Next(3) == 0)
            {
                crowd.Middle += random.Next(-3, 4);
                live.Reference(Quote(crowd.Middle));
                shadow.OnReference(0, Quote(crowd.Middle), live.Now, live.Now);
            }
            else
            {
                crowd.Speak();
            }
            if (i % everyEvents == 0)
                shadow.OnCommands(live.Tap.After(shadow.LastCommand, 1_000), live.Now);
        }
        shadow.OnCommands(live.Tap.After(shadow.LastCommand, 1_000), live.Now);
    }

    private static void Speak(LiveMarket live, int times)
    {
        var crowd = new CustomerCrowd(new Random(1), live);
        for (var i = 0; i < times; i++)
        {
            live.LetPass(TimeSpan.FromMilliseconds(1));
            crowd.Speak();
        }
    }

    private static ShadowMarket Shadow(LiveMarket live, IQuotingRule? candidate = null)
    {
        var shadow = new ShadowMarket(
            LiveMarket.Terms, candidate ?? Compiled.Rule(Wider), Compiled.HouseLadder());
        shadow.Begin(live.Engine.Snapshot(), live.Engine.Epoch, 0, _start);
        return shadow;
    }

    private static VenueQuote Quote(long middle) =>
        new(new Price(middle - 1), new Quantity(1), new Price(middle + 1), new Quantity(1));
}
