using System.Net;
using MarketMaker.GrainInterfaces.Streams;

namespace MarketMaker.Grains.Tests.Making;

public sealed class MakerTallyTests
{
    private static readonly SiloAddress _left = Silo(1);
    private static readonly SiloAddress _here = Silo(2);

    private readonly MakerTally _tally = new();

    [Fact]
    public void Ticks_that_were_lost_are_counted_and_conflated_ones_are_not()
    {
        Assert.True(Hear(_here, 1));
        Assert.True(Hear(_here, 4, conflated: 2));
        Assert.True(Hear(_here, 6));
        Assert.True(Hear(_here, 1, source: 1));

        Assert.Equal((4, 2, 1), (_tally.Ticks, _tally.Conflated, _tally.Missed));
    }

    [Fact]
    public void What_is_not_newer_is_dropped_until_the_feed_counts_anew()
    {
        Hear(_here, 5);

        Assert.False(Hear(_here, 5));
        Assert.False(Hear(_here, 4));
        _tally.ExpectFirst();

        Assert.True(Hear(_here, 2));
        Assert.Equal((2, 1), (_tally.Ticks, _tally.Missed));
    }

    [Fact]
    public void A_tick_that_the_silo_before_had_under_way_is_no_loss()
    {
        Hear(_left, 500);
        Hear(_here, 1);
        Hear(_left, 501, source: 1);
        Hear(_here, 2);
        Hear(_here, 3);

        Assert.Equal((5, 0), (_tally.Ticks, _tally.Missed));
    }

    private bool Hear(SiloAddress silo, long number, int source = 0, long conflated = 0) =>
        _tally.Count(
            new ReferenceTick(number, conflated, default, 0, default, silo) { Source = source },
            now: default);

    private static SiloAddress Silo(int port) =>
        SiloAddress.New(IPAddress.Loopback, port, 1);
}
