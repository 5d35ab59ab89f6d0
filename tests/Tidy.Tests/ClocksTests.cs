using MarketMaker.Tidy.Tests.Repository;
using MarketMaker.Tidy.Tests.Rules;

namespace MarketMaker.Tidy.Tests;

public sealed class ClocksTests
{
    [Fact]
    public void The_product_reads_no_clock_but_a_time_provider() =>
        RepositoryTree.Product
            .SelectMany(file => ClockRules.WallClock(file).Concat(ClockRules.Stopwatches(file)))
            .ShouldBeNone();

    [Theory]
    [InlineData("DateTime.Now", "DateTime.Now; take a TimeProvider")]
    [InlineData("System.DateTimeOffset.UtcNow", "DateTimeOffset.UtcNow; take a TimeProvider")]
    [InlineData("Environment.TickCount64", "Environment.TickCount64; take a TimeProvider")]
    public void Another_clock_is_found(string clock, string what)
    {
        var file = new SourceFile("grains/A.cs", $"class A\n{{ object b = {clock}; }}\n");

        var found = ClockRules.WallClock(file);

        Assert.Equal([file.Breaks(2, what)], found);
    }

    [Fact]
    public void A_stopwatch_is_found()
    {
        var file = new SourceFile("grains/A.cs", "class A\n{ Stopwatch b = new(); }\n");

        var found = ClockRules.Stopwatches(file);

        Assert.Equal([file.Breaks(2, "Stopwatch; take TimeProvider.GetTimestamp")], found);
    }
}
