using MarketMaker.Engine;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class ReferenceGuardTests
{
    private readonly ReferenceGuard _guard = new(new ProtectionLimits(
        new Ratio(5_000), Pause: TimeSpan.FromSeconds(10), MaxAge: TimeSpan.FromSeconds(2)));

    [Fact]
    public void Without_a_reference_there_is_nothing_to_quote_on() =>
        Assert.Equal(PauseReason.NoReference, _guard.Verdict(At(0)));

    [Theory]
    [InlineData(10_050, PauseReason.None)]
    [InlineData(10_051, PauseReason.SharpMove)]
    [InlineData(9_950, PauseReason.None)]
    [InlineData(9_949, PauseReason.SharpMove)]
    public void Only_a_move_beyond_the_limit_is_sharp(long halfTicks, PauseReason verdict)
    {
        Observe(10_000, seconds: 0);
        Observe(halfTicks, seconds: 0);

        Assert.Equal(verdict, _guard.Verdict(At(0)));
    }

    [Fact]
    public void Small_moves_may_add_up_to_a_large_one()
    {
        for (var i = 0; i < 20; i++)
            Observe(10_000 + 50 * i, seconds: 0);

        Assert.Equal(PauseReason.None, _guard.Verdict(At(0)));
    }

    [Fact]
    public void A_new_level_is_accepted_after_one_pause()
    {
        Observe(10_000, seconds: 0);
        Observe(5_000, seconds: 1);
        Observe(5_000, seconds: 10);

        Assert.Equal(At(11), _guard.PausedUntil);
        Assert.Equal(PauseReason.SharpMove, _guard.Verdict(At(10.999999)));
        Assert.Equal(PauseReason.None, _guard.Verdict(At(11)));
    }

    [Fact]
    public void A_sharp_move_during_a_pause_begins_it_anew()
    {
        Observe(10_000, seconds: 0);
        Observe(11_000, seconds: 1);
        Observe(12_000, seconds: 9);

        Assert.Equal(At(19), _guard.PausedUntil);
    }

    [Fact]
    public void A_reference_counts_from_when_it_was_heard_not_from_when_it_was_handled()
    {
        _guard.Observe(new Mark(10_000), heardAt: At(1), now: At(2.5));

        Assert.Equal(TimeSpan.FromSeconds(1.5), _guard.Age(At(2.5)));
        Assert.Equal(PauseReason.None, _guard.Verdict(At(3)));
        Assert.Equal(PauseReason.StaleReference, _guard.Verdict(At(3.000001)));
    }

    [Fact]
    public void After_a_pause_a_reference_may_still_be_stale()
    {
        Observe(10_000, seconds: 0);
        Observe(11_000, seconds: 1);

        Assert.Equal(PauseReason.StaleReference, _guard.Verdict(At(11)));
    }

    [Fact]
    public void New_limits_hold_from_the_next_look()
    {
        Observe(10_000, seconds: 0);

        _guard.Limits = _guard.Limits with { MaxAge = TimeSpan.FromSeconds(1) };

        Assert.Equal(PauseReason.StaleReference, _guard.Verdict(At(1.5)));
    }

    [Fact]
    public void An_unknown_reference_is_not_taken_in() =>
        Assert.Throws<InvariantBrokenException>(() => Observe(0, seconds: 0));

    private void Observe(long halfTicks, double seconds) =>
        _guard.Observe(new Mark(halfTicks), At(seconds), At(seconds));

    private static Instant At(double seconds) => new Instant(1) + TimeSpan.FromSeconds(seconds);
}
