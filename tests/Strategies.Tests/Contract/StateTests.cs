using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Contract;

public sealed class StateTests
{
    private const string Rule =
        """
        Cell peak = Cell.Of("peak", 0);
        Ewma average = Ewma.Of("average");
        Window last = Window.Of("last", 3);
        void OnTick(in Tick t, Quotes q)
        {
            peak.Value = Math.Max(peak.Value, t.Mid);
            average.Add(t.Mid, t.Time, 10);
            last.Add(t.Mid);
            q.Bid(peak.Value, average.Value);
            q.Ask(last.Mean, last.Deviation);
        }
        """;

    [Fact]
    public void Another_instance_goes_on_where_the_first_one_was_saved_bit_for_bit()
    {
        var assembly = Compiled.Assembly(Rule);
        var (first, second) = (assembly.CreateRule(), assembly.CreateRule());
        Run(first, 1, 50);

        second.State.Restore(first.State.Save());

        Assert.Equal(Run(first, 51, 60), Run(second, 51, 60));
        Assert.Equal(Bits(first), Bits(second));
    }

    [Fact]
    public void What_was_saved_does_not_change_with_the_rule()
    {
        var rule = Compiled.Rule(Rule);
        Run(rule, 1, 5);
        var bits = Bits(rule);
        var saved = rule.State.Save();

        Run(rule, 6, 9);
        Assert.NotEqual(bits, Bits(rule));
        rule.State.Restore(saved);

        Assert.Equal(bits, Bits(rule));
    }

    [Fact]
    public void A_new_version_takes_over_what_it_declares_alike_and_begins_with_the_rest()
    {
        var old = Compiled.Rule(Rule);
        Run(old, 1, 5);
        var next = Compiled.Rule(
            """
            Cell peak = Cell.Of("peak", -1);
            Cell average = Cell.Of("average", -2);
            Window last = Window.Of("last", 4);
            Cell more = Cell.Of("more", -3);
            void OnTick(in Tick t, Quotes q)
            {
                q.Bid(peak.Value, average.Value);
                q.Ask(last.Count, more.Value);
            }
            """);

        next.State.Restore(old.State.Save());

        var answer = next.Answer(default);
        Assert.Equal([new(105.5, -2)], answer.Bids.Levels.ToArray());
        Assert.Equal([new(0, -3)], answer.Asks.Levels.ToArray());
    }

    [Fact]
    public void NaN_and_negative_zero_are_saved_as_they_are()
    {
        var rule = Compiled.Rule(
            """
            Cell a = Cell.Of("a", 0.0 / 0);
            Cell b = Cell.Of("b", -0.0);
            void OnTick(in Tick t, Quotes q) { }
            """);

        Assert.Equal(
            [BitConverter.DoubleToInt64Bits(double.NaN), long.MinValue], Bits(rule));
    }

    [Theory]
    [InlineData("Cell.Of(\"A\", 0)", "Cell 'A': a name is a small letter")]
    [InlineData("Cell.Of(\"first\", 0)", "Cell 'first': the name is taken.")]
    [InlineData("Ewma.Of(\"first\")", "Ewma 'first': the name is taken.")]
    [InlineData("Window.Of(\"w\", 0)", "Window 'w' of 0 values: all windows hold from 1 to 4096")]
    [InlineData("Window.Of(\"w\", 4097)", "Window 'w' of 4097 values: all windows hold from 1 to")]
    public void A_declaration_that_makes_no_sense_says_why(string declaration, string reason)
    {
        var type = declaration[..declaration.IndexOf('.', StringComparison.Ordinal)];
        var assembly = Compiled.Assembly(
            $$"""
            Cell first = Cell.Of("first", 0);
            {{type}} second = {{declaration}};
            void OnTick(in Tick t, Quotes q) { }
            """);

        var error = Assert.Throws<ArgumentException>(() => assembly.CreateRule());

        Assert.StartsWith(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_two_hundred_and_fifty_seventh_is_one_too_many()
    {
        var fields = string.Concat(Enumerable.Range(1, 257).Select(
            i => $"Cell c{i} = Cell.Of(\"c{i}\", 0);\n"));

        var error = Assert.Throws<ArgumentException>(
            () => Compiled.Rule(fields + "void OnTick(in Tick t, Quotes q) { }"));

        Assert.Equal("Cell 'c257' is one too many: 256 at most.", error.Message);
    }

    private static double[] Run(IQuotingRule rule, int from, int to) =>
    [
        .. Enumerable.Range(from, to - from + 1).SelectMany(i =>
        {
            var answer = rule.Answer(new() { Time = i * i, Mid = 100 + i % 7 + 0.1 * i });
            var (bid, ask) = (answer.Bids.Levels[0], answer.Asks.Levels[0]);
            return new[] { bid.Price, bid.Size, ask.Price, ask.Size };
        }),
    ];

    private static long[] Bits(IQuotingRule rule) =>
    [
        .. rule.State.Save().SelectMany(cell => cell.Values)
            .Select(BitConverter.DoubleToInt64Bits),
    ];
}
