using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests.Simulated;

public sealed class FaultScheduleTests
{
    [Fact]
    public void Faults_are_read_with_their_times()
    {
        var schedule = FaultSchedule.Parse(
            "mute@30; half-open,one@1.5; silent=BTC-USDT@60+10; http=429@90+20; skew=-5@0; "
            + "shutdown@7; crossed@8+1; close@9; close=4005,one@9;");

        Assert.Equal(
            [
                new(new(FaultKind.Mute), Seconds(30), null),
                new(new(FaultKind.HalfOpen, OneLine: true), Seconds(1.5), null),
                new(new(FaultKind.Silent, "BTC-USDT"), Seconds(60), Seconds(10)),
                new(new(FaultKind.Http, Amount: 429), Seconds(90), Seconds(20)),
                new(new(FaultKind.Skew, Amount: -5), Seconds(0), null),
                new(new(FaultKind.Shutdown, Amount: 2_000), Seconds(7), null),
                new(new(FaultKind.Crossed), Seconds(8), Seconds(1)),
                new(new(FaultKind.Close, Amount: 1_008), Seconds(9), null),
                new(new(FaultKind.Close, Amount: 4_005, OneLine: true), Seconds(9), null),
            ],
            schedule.Faults);
    }

    [Theory]
    [InlineData("mute", "lacks its time")]
    [InlineData("moot@1", "'moot' is no fault")]
    [InlineData("3@1", "'3' is no fault")]
    [InlineData("mute@x", "'x' is no time from 0 to 86400 s")]
    [InlineData("mute@1+1", "does not last")]
    [InlineData("mute=5@1", "'mute' takes no value, was '5'")]
    [InlineData("silent@1", "wants a symbol")]
    [InlineData("silent,one@1", "only ',one' may follow, after a moment")]
    [InlineData("http=200@1", "an HTTP status from 400 to 599, was '200'")]
    [InlineData("close=1000@1", "a venue's own close code from 3000 to 4999, was '1000'")]
    [InlineData("lag@1", "ms from 1 to 86400000, was ''")]
    public void What_cannot_be_read_is_named(string text, string words)
    {
        var error = Assert.Throws<FormatException>(() => FaultSchedule.Parse(text));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
