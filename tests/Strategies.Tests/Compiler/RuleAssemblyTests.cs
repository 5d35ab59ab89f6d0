using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Contract;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Compiler;

public sealed class RuleAssemblyTests
{
    private const string Counter =
        """
        double calls = 10;
        readonly double[] step = { 0, 1 };
        void OnTick(in Tick t, Quotes q)
        {
            calls += step[1];
            q.Bid(calls, t.Size);
        }
        """;

    [Fact]
    public void A_rule_knows_its_name_and_version()
    {
        var rule = RuleAssembly.Load(
            "counter", "abc", RuleCompiler.Compile("counter", Counter, default).Image)
            .CreateRule();

        Assert.Equal(("counter", "abc"), (rule.Name, rule.Version));
    }

    [Fact]
    public void Field_initialisers_run_and_fields_keep_their_values_between_ticks()
    {
        var rule = Compiled.Rule(Counter);

        var bids = new[] { FirstBid(rule), FirstBid(rule), FirstBid(rule) };

        Assert.Equal([11, 12, 13], bids);
    }

    [Fact]
    public void Two_rules_of_a_version_do_not_share_fields()
    {
        var assembly = Compiled.Assembly(Counter);
        var (one, other) = (assembly.CreateRule(), assembly.CreateRule());

        var bids = new[] { FirstBid(one), FirstBid(one), FirstBid(other), FirstBid(one) };

        Assert.Equal([11, 12, 11, 13], bids);
    }

    [Fact]
    public void An_answer_replaces_the_last_one()
    {
        var rule = Compiled.Rule(
            """
            int calls;
            void OnTick(in Tick t, Quotes q)
            {
                calls++;
                if (calls == 1) { q.Bid(99, 1); q.PullAsks("first"); }
                if (calls == 2) { q.Ask(101, 1); q.PullBids("second"); }
            }
            """);
        var quotes = new Quotes();
        rule.OnTick(new Tick { Mid = 100 }, quotes);

        rule.OnTick(new Tick { Mid = 200 }, quotes);

        Assert.Equal(200, quotes.Mid);
        Assert.Empty(quotes.Bids.Levels.ToArray());
        Assert.Equal([new Level(101, 1)], quotes.Asks.Levels.ToArray());
        Assert.Equal("second", quotes.BidsPulledBecause);
        Assert.Null(quotes.AsksPulledBecause);
    }

    [Fact]
    public void A_rule_that_throws_leaves_no_sound_answer_and_names_its_line()
    {
        var rule = Compiled.Rule(
            """
            void OnTick(in Tick t, Quotes q)
            {
                q.Bid(99, 1);
                q.Bid(98 / t.Levels, 1);
            }
            """);
        var quotes = new Quotes();

        rule.OnTick(new Tick { Mid = 100, Levels = 1 }, quotes);
        Assert.True(LadderValidation.Check(quotes, SampleTick.Pair).IsSound);
        var fault = Assert.Throws<DivideByZeroException>(
            () => rule.OnTick(new Tick { Mid = 100, Levels = 0 }, quotes));

        Assert.Equal([new Level(99, 1)], quotes.Bids.Levels.ToArray());
        Assert.False(LadderValidation.Check(quotes, SampleTick.Pair).IsSound);
        var diagnostic = RuleDiagnostic.Of(RuleDiagnosticId.Trial, Compiled.Name, fault);
        Assert.Equal((4, 5), (diagnostic.Line, diagnostic.Column));
    }

    [Fact]
    public void An_initialiser_that_throws_says_what_and_in_which_line()
    {
        var assembly = Compiled.Assembly(
            "int none = 0;\nint first = 1 / none;\nvoid OnTick(in Tick t, Quotes q) { }");

        var fault = Assert.Throws<DivideByZeroException>(() => assembly.CreateRule());

        var diagnostic = RuleDiagnostic.Of(RuleDiagnosticId.Trial, Compiled.Name, fault);
        Assert.Equal(
            ("DivideByZeroException: " + fault.Message, 2),
            (diagnostic.Message, diagnostic.Line));
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) ;")]
    [InlineData("do { n++; } while (n > 0 || n <= 0);")]
    [InlineData("for (int i = 0; i < 50000; i++) n += i;")]
    [InlineData("for (int i = 0; i < 100; i++) for (int k = 0; k < 100; k++) n = One(n);")]
    public void A_rule_that_takes_too_many_steps_is_stopped(string loop)
    {
        var rule = Compiled.Rule(
            $$"""
            int n;
            int One(int x) => 1;
            void OnTick(in Tick t, Quotes q)
            {
                q.Bid(99, 1);
                {{loop}}
            }
            """);
        var quotes = new Quotes();

        var fault = Assert.ThrowsAny<Exception>(
            () => rule.OnTick(new Tick { Mid = 100 }, quotes));

        Assert.Equal("FuelExhaustedException", fault.GetType().Name);
        Assert.False(LadderValidation.Check(quotes, SampleTick.Pair).IsSound);
    }

    [Fact]
    public void Every_tick_has_the_same_steps_whatever_the_last_one_took()
    {
        var rule = Compiled.Rule(
            """
            int n = 2400;
            void OnTick(in Tick t, Quotes q)
            {
                int turns = 0;
                for (int i = 0; i < n; i++) turns++;
                q.Bid(turns, 1);
                n += t.Levels;
            }
            """);
        var tick = new Tick { Mid = 100, Levels = 98 };

        Assert.Equal(2400, FirstBid(rule));
        Assert.Equal(2400, FirstBid(rule));
        Assert.Equal(2400, rule.Answer(tick).Bids.Levels[0].Price);
        Assert.Equal(2498, rule.Answer(tick).Bids.Levels[0].Price);
        Assert.ThrowsAny<Exception>(() => rule.Answer(tick));
    }

    [Fact]
    public async Task Rules_that_run_at_the_same_time_do_not_share_their_steps()
    {
        var assembly = Compiled.Assembly(
            """
            void OnTick(in Tick t, Quotes q)
            {
                int turns = 0;
                for (int i = 0; i < t.Levels; i++) turns++;
                q.Bid(turns, 1);
            }
            """);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            var rule = assembly.CreateRule();
            return Enumerable.Range(0, 500)
                .Sum(_ => rule.Answer(new Tick { Mid = 100, Levels = 2400 }).Bids.Levels[0].Price);
        })));

        Assert.All(answers, sum => Assert.Equal(500 * 2400, sum));
    }

    [Fact]
    public void Initialisers_have_steps_of_their_own()
    {
        var assembly = Compiled.Assembly(
            """
            double sum = Sum();
            double Sum() { double x = 0; while (true) x++; }
            void OnTick(in Tick t, Quotes q) { }
            """);

        var fault = Assert.ThrowsAny<Exception>(() => assembly.CreateRule());

        Assert.Equal("FuelExhaustedException", fault.GetType().Name);
    }

    [Fact]
    public void An_image_that_is_not_a_rules_is_refused()
    {
        var other = File.ReadAllBytes(typeof(RuleAssembly).Assembly.Location);

        Assert.Throws<BadImageFormatException>(() => RuleAssembly.Load("x", "y", other));
        Assert.Throws<BadImageFormatException>(() => RuleAssembly.Load("x", "y", [1, 2, 3]));
    }

    [Fact]
    public void Two_hundred_versions_come_and_go_and_none_stays()
    {
        var contexts = Enumerable.Range(0, 200).Select(Watched.RunAndUnload).ToArray();

        Watched.AssertCollected(contexts);
    }

    private static double FirstBid(IQuotingRule rule) =>
        rule.Answer(new Tick { Mid = 100, Size = 1 }).Bids.Levels[0].Price;
}
