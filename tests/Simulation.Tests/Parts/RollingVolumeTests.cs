using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class RollingVolumeTests
{
    private readonly RollingVolume _volume = new();

    [Fact]
    public void Trades_of_a_day_add_up()
    {
        Trade(0, lots: 1);
        Trade(4, lots: 10);
        Trade(1_439, lots: 100);

        Assert.Equal((new Quantity(111), new Notional(11_100)), _volume.Total(At(1_439)));
    }

    [Theory]
    [InlineData(1_439, 11)]
    [InlineData(1_440, 10)]
    [InlineData(1_444, 10)]
    [InlineData(1_445, 0)]
    public void A_trade_drops_out_with_its_five_minutes_after_a_day(int minute, long lots)
    {
        Trade(4, lots: 1);
        Trade(5, lots: 10);

        Assert.Equal(new Quantity(lots), _volume.Total(At(minute)).Quantity);
    }

    [Fact]
    public void A_bucket_that_comes_round_again_begins_empty()
    {
        Trade(0, lots: 1);
        Trade(1_440, lots: 10);

        Assert.Equal(new Quantity(10), _volume.Total(At(1_440)).Quantity);
    }

    [Fact]
    public void A_restart_loses_nothing()
    {
        Trade(0, lots: 1);
        Trade(700, lots: 10);
        var restored = new RollingVolume();

        restored.Restore(_volume.Snapshot());

        Assert.Equal(_volume.Total(At(701)), restored.Total(At(701)));
        Assert.Equal(2, _volume.Snapshot().Count);
    }

    [Fact]
    public void After_a_restart_days_later_what_is_old_does_not_count()
    {
        Trade(0, lots: 1);
        var restored = new RollingVolume();
        restored.Restore(_volume.Snapshot());

        Assert.Equal((Quantity.Zero, Notional.Zero), restored.Total(At(3 * 1_440)));
    }

    [Fact]
    public void What_passes_64_bits_stays_at_the_most_that_they_hold()
    {
        for (var trade = 0; trade < 20; trade++)
            _volume.Add(At(trade / 2), new(long.MaxValue / 3), new(PairSpec.MaxTickLots));

        Assert.Equal(
            (new Quantity(long.MaxValue), new Notional(long.MaxValue)), _volume.Total(At(10)));
    }

    private void Trade(int minute, long lots) =>
        _volume.Add(At(minute), new Quantity(lots), new Notional(100 * lots));

    // Noon of a day, so that five minutes begin at the first.
    private static Instant At(int minute) =>
        new Instant(43_200_000_000) + TimeSpan.FromMinutes(minute);
}
