namespace MarketMaker.Bench.Tests;

/// <summary>The program that measures order entry, on runs that are as short as can be.</summary>
public sealed class OrderEntryBenchTests
{
    private static readonly string[] _calls =
        ["place an order", "cancel an order", "mass quote of 20"];

    [Fact]
    public async Task Each_call_is_timed_along_each_way()
    {
        var (exitCode, output) = await Run("calls", "--count", "10");

        Assert.Equal(0, exitCode);
        foreach (var way in (string[])["direct, from a grain", "HTTP", "gRPC"])
        {
            foreach (var call in _calls)
                Assert.Matches($@"\n{way} +{call} +[0-9,.]+ +[0-9,.]+\n", output);
        }
        foreach (var call in (string[])["place a quote", "cancel a quote"])
            Assert.Matches($@"\ndirect, from a grain +{call} +[0-9,.]+ +[0-9,.]+\n", output);
    }

    [Fact]
    public async Task No_acknowledged_order_is_lost_by_a_kill()
    {
        var (exitCode, output) = await Run("durable", "--seconds", "1", "--clients", "4");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"\nlost +0\n", output);
        Assert.Contains("the first answer for 4 of 4", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--count", "calls", "--count", "1")]
    [InlineData("--clients", "durable", "--clients", "0")]
    public async Task Numbers_out_of_range_are_named(string option, params string[] arguments)
    {
        var (exitCode, output) = await Run(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains($"{option} must be from", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output)> Run(params string[] arguments) =>
        BenchProgram.Run(typeof(OrderEntry.Calls.ICallerGrain), arguments);
}
