using CsCheck;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Units;

public sealed class InstantTests
{
    [Fact]
    public void The_epoch_is_the_default() =>
        Assert.Equal(default, Instant.From(DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_clock_s_reading_is_cut_to_the_microsecond_whatever_its_zone()
    {
        var reading = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(3)).AddTicks(19);

        var instant = Instant.From(reading);

        Assert.Equal("2024-02-29T09:00:00.0000010+00:00", instant.ToString());
    }

    [Fact]
    public void The_span_between_two_instants_leads_from_one_to_the_other() =>
        Gen.Select(Gen.Long[0, 1L << 50], Gen.Long[0, 1L << 50]).Sample((a, b) =>
            new Instant(a) + (new Instant(b) - new Instant(a)) == new Instant(b)
            && Instant.From(new Instant(a).ToDateTimeOffset()) == new Instant(a));
}
