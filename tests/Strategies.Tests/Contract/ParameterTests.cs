using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Contract;

public sealed class ParameterTests
{
    private const string Rule =
        """
        Parameter gamma = Parameter.Of("gamma", "1/USDT", 0.1, 0.001, 10);
        Parameter depth = Parameter.Of("depth", "", 3, 1, 50);
        void OnTick(in Tick t, Quotes q) => q.Bid(t.Mid * gamma.Value, depth.Value);
        """;

    [Fact]
    public void A_rule_says_what_can_be_set() =>
        Assert.Equal(
            [new("gamma", "1/USDT", 0.1, 0.001, 10), new("depth", "", 3, 1, 50)],
            Compiled.Rule(Rule).Parameters.Declared);

    [Fact]
    public void A_change_is_there_at_the_next_tick_and_the_rest_is_the_default()
    {
        var rule = Compiled.Rule(Rule);
        var before = rule.Answer(new() { Mid = 100 }).Bids.Levels[0];

        rule.Parameters.Set(new Dictionary<string, double> { ["gamma"] = 0.5 });
        var between = rule.Answer(new() { Mid = 100 }).Bids.Levels[0];
        rule.Parameters.Set(new Dictionary<string, double> { ["depth"] = 7 });
        var after = rule.Answer(new() { Mid = 100 }).Bids.Levels[0];

        Assert.Equal([new(10, 3), new(50, 3), new(10, 7)], [before, between, after]);
        Assert.Equal(
            [new("gamma", 0.1), new("depth", 7)], rule.Parameters.Values);
    }

    [Fact]
    public void Two_pairs_of_a_version_have_parameters_of_their_own()
    {
        var assembly = Compiled.Assembly(Rule);
        var (one, other) = (assembly.CreateRule(), assembly.CreateRule());

        one.Parameters.Set(new Dictionary<string, double> { ["gamma"] = 5 });

        Assert.Equal(0.1, other.Parameters.Values["gamma"]);
    }

    [Fact]
    public void Every_wrong_value_is_named_with_its_range_and_nothing_changes()
    {
        var parameters = Compiled.Rule(Rule).Parameters;
        var values = new Dictionary<string, double>
        {
            ["gamma"] = 11, ["depth"] = double.NaN, ["delta"] = 1,
        };

        var faults = parameters.Check(values);

        Assert.Equal(
            [
                new("gamma", "gamma must be from 0.001 to 10 (1/USDT)."),
                new ParameterFault("depth", "depth must be from 1 to 50."),
                new("delta", "delta is not a parameter of this rule."),
            ],
            faults);
        Assert.Throws<ArgumentException>(() => parameters.Set(values));
        Assert.Equal([new("gamma", 0.1), new("depth", 3)], parameters.Values);
    }

    [Theory]
    [InlineData("\"Gamma\", \"\", 1, 0, 2", "Parameter 'Gamma': a name is a small letter")]
    [InlineData("\"\", \"\", 1, 0, 2", "Parameter '': a name is a small letter")]
    [InlineData("null, \"\", 1, 0, 2", "Parameter '': a name is a small letter")]
    [InlineData("\"a-b\", \"\", 1, 0, 2", "Parameter 'a-b': a name is a small letter")]
    [InlineData("\"abc\", \"\", 3, 0, 2", "Parameter 'abc': the default 3 is not from 0 to 2.")]
    [InlineData("\"abc\", \"\", 0.0/0, 0, 2", "Parameter 'abc': the default NaN is not from 0 to")]
    [InlineData("\"abc\", \"\", 1, 2, 2", "Parameter 'abc': the range from 2 to 2 is none.")]
    [InlineData("\"abc\", \"\", 1, 0, 1.0/0", "Parameter 'abc': the range from 0 to Infinity")]
    [InlineData("\"abc\", null, 1, 0, 2", "Parameter 'abc': the unit must have at most 32")]
    [InlineData("\"first\", \"\", 1, 0, 2", "Parameter 'first' is declared twice.")]
    public void A_declaration_that_makes_no_sense_says_why(string arguments, string reason)
    {
        var assembly = Compiled.Assembly(
            $"""
            Parameter first = Parameter.Of("first", "", 1, 0, 2);
            Parameter second = Parameter.Of({arguments});
            void OnTick(in Tick t, Quotes q) => q.Bid(first.Value, second.Value);
            """);

        var error = Assert.Throws<ArgumentException>(() => assembly.CreateRule());

        Assert.StartsWith(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_thirty_third_is_one_too_many()
    {
        var fields = string.Concat(Enumerable.Range(1, 33).Select(
            i => $"Parameter p{i} = Parameter.Of(\"p{i}\", \"\", 1, 0, 2);\n"));

        var error = Assert.Throws<ArgumentException>(
            () => Compiled.Rule(fields + "void OnTick(in Tick t, Quotes q) { }"));

        Assert.Equal("Parameter 'p33' is one too many: 32 at most.", error.Message);
    }

    [Fact]
    public void None_can_be_declared_within_a_tick()
    {
        var rule = Compiled.Rule(
            """
            void OnTick(in Tick t, Quotes q) => q.Bid(Parameter.Of("p", "", 1, 0, 2).Value, 1);
            """);

        Assert.Throws<InvalidOperationException>(() => rule.Answer(default));
    }
}
