namespace MarketMaker.Grains.Tests.Making;

/// <summary>A wall clock that a test moves; timers and the monotonic clock stay the machine's, so
/// that the runtime beneath the grains runs as ever.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shift;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow().AddTicks(Interlocked.Read(ref _shift));

    public void Advance(TimeSpan span) => Interlocked.Add(ref _shift, span.Ticks);
}
