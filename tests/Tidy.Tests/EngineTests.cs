using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class EngineTests
{
    [Fact]
    public void The_engine_has_no_floating_point() =>
        RepositoryTree.Engine.SelectMany(EngineRules.FloatingPoint).ShouldBeNone();

    [Theory]
    [InlineData("class A { double b; }", "double")]
    [InlineData("class A { float b; }", "float")]
    [InlineData("class A { decimal b = (decimal)1e3; }", "1e3")]
    [InlineData("class A { Half b; }", "Half")]
    public void Floating_point_is_found(string text, string token)
    {
        var file = new SourceFile("engine/A.cs", text + "\n");

        var found = EngineRules.FloatingPoint(file);

        Assert.Equal([file.Breaks(1, $"floating point: {token}")], found);
    }

    [Fact]
    public void The_engine_speaks_of_decimals_at_its_border_alone() =>
        RepositoryTree.Engine.SelectMany(EngineRules.Decimals).ShouldBeNone();

    [Fact]
    public void A_decimal_elsewhere_is_found()
    {
        var border = new SourceFile(EngineRules.Border, "class A { decimal b; }\n");
        var inside = new SourceFile("engine/Book/A.cs", "class A\n{ decimal b = 1m; }\n");

        var found = EngineRules.Decimals(border).Concat(EngineRules.Decimals(inside));

        Assert.Equal(
            [
                inside.Breaks(2, $"'decimal' outside {EngineRules.Border}"),
                inside.Breaks(2, $"'1m' outside {EngineRules.Border}"),
            ],
            found);
    }

    [Fact]
    public void The_engine_does_not_read_clocks_draw_numbers_wait_or_log() =>
        RepositoryTree.Engine.SelectMany(EngineRules.Banned).ShouldBeNone();

    [Theory]
    [InlineData("DateTime b;", "DateTime; take an Instant that comes in as an argument")]
    [InlineData("Random b;", "Random; take a seed that comes in as an argument")]
    [InlineData("Task<int> B();", "Task; take a return value; waiting belongs to the shell")]
    [InlineData("Stopwatch b;", "Stopwatch; take measuring in the shell")]
    [InlineData("Thread b;", "Thread; take one thread at a time, which the caller sees to")]
    [InlineData("ILogger<A> b;", "ILogger; take a return value that the shell logs")]
    [InlineData("async void B() { }", "async; take a return value")]
    [InlineData("object b = Guid.NewGuid();", "NewGuid; take a number that is counted up")]
    [InlineData("object b = DateTimeOffset.UtcNow;", "DateTimeOffset.UtcNow; take a TimeProvider")]
    public void What_it_may_not_do_is_found(string member, string what)
    {
        var file = new SourceFile("engine/A.cs", $"class A\n{{\n    {member}\n}}\n");

        var found = EngineRules.Banned(file);

        Assert.Equal([file.Breaks(3, what)], found);
    }

    [Fact]
    public void What_only_looks_like_it_is_not_found()
    {
        var file = new SourceFile(
            "engine/A.cs",
            "/// <see cref=\"Task\"/>\nclass A { DateTimeOffset Random; } // async\n");

        Assert.Empty(EngineRules.Banned(file));
    }
}
