using System.Globalization;
using MarketMaker.Engine.Market;

namespace MarketMaker.Simulation.Tests.Days;

/// <summary>A day of a venue's time with faults drawn from a seed. The environment variable
/// <see cref="Variable"/> asks for others: <c>SIMULATED_DAYS=30</c> simulates the days of the first
/// thirty seeds.</summary>
public sealed class ReferenceDayTests
{
    private const string Variable = "SIMULATED_DAYS";
    private static readonly TimeSpan _day = TimeSpan.FromHours(24);

    [Fact]
    public void A_day_of_faults_breaks_no_law_and_the_seed_replays_exactly()
    {
        var (first, again) = (new ReferenceDay(1), new ReferenceDay(1));

        first.Run(_day);
        again.Run(_day);

        Assert.Equal(24 * 3600 * 4, first.Decisions);
        Assert.Equal(first.Hash, again.Hash);
        Assert.Equal(Enum.GetValues<VenueFault>()[1..], first.Faults.Order());
        PauseReason[] expected =
        [
            PauseReason.None, PauseReason.SharpMove, PauseReason.SourcesDisagree,
            PauseReason.SingleSource, PauseReason.NoLiveSource,
        ];
        Assert.Empty(expected.Except(first.Reasons.Keys));
        // It is a bad day, and yet both sides are quoted most of the time.
        Assert.True(first.Reasons[PauseReason.None] > first.Decisions / 2, Tell(first));
        Assert.InRange(first.Alone, 1, first.Reasons[PauseReason.None] / 2);
    }

    [Fact]
    public void Another_seed_is_another_day()
    {
        var (first, other) = (new ReferenceDay(1), new ReferenceDay(2));

        first.Run(TimeSpan.FromMinutes(10));
        other.Run(TimeSpan.FromMinutes(10));

        Assert.NotEqual(first.Hash, other.Hash);
    }

    [Fact]
    public void Days_that_are_asked_for_break_no_law()
    {
        var asked = Environment.GetEnvironmentVariable(Variable) ?? "0";
        var days = ulong.Parse(asked, CultureInfo.InvariantCulture);
        for (var seed = 2UL; seed < 2 + days; seed++)
        {
            var day = new ReferenceDay(seed);
            day.Run(_day);
            Assert.Equal(24 * 3600 * 4, day.Decisions);
        }
    }

    private static string Tell(ReferenceDay day) => string.Join(
        ", ", day.Reasons.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}"));
}
