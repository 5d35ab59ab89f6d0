namespace MarketMaker.Engine.Units;

/// <summary>A point in time, in microseconds since 1970-01-01 UTC; it always comes in as an
/// argument.</summary>
/// <remarks><c>default</c> is the epoch, which stands for "never". Ordered by value.</remarks>
/// <param name="Microseconds">Whole microseconds.</param>
public readonly record struct Instant(long Microseconds) : IComparable<Instant>
{
    /// <summary>The instant of a wall clock's reading, cut to the microsecond.</summary>
    public static Instant From(DateTimeOffset time) =>
        new((time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    /// <summary>The same instant for people and JSON.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        DateTimeOffset.UnixEpoch.AddTicks(Microseconds * TimeSpan.TicksPerMicrosecond);

    /// <inheritdoc/>
    public int CompareTo(Instant other) => Microseconds.CompareTo(other.Microseconds);

    /// <summary>The time from <paramref name="right"/> to <paramref name="left"/>.</summary>
    public static TimeSpan operator -(Instant left, Instant right) =>
        TimeSpan.FromTicks(
            (left.Microseconds - right.Microseconds) * TimeSpan.TicksPerMicrosecond);

    /// <summary>The instant that lies <paramref name="span"/> later.</summary>
    public static Instant operator +(Instant instant, TimeSpan span) =>
        new(instant.Microseconds + span.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Compares by value.</summary>
    public static bool operator <(Instant left, Instant right) =>
        left.Microseconds < right.Microseconds;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Instant left, Instant right) =>
        left.Microseconds > right.Microseconds;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Instant left, Instant right) =>
        left.Microseconds <= right.Microseconds;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Instant left, Instant right) =>
        left.Microseconds >= right.Microseconds;

    /// <summary>ISO 8601, for logs.</summary>
    public override string ToString() => ToDateTimeOffset().ToString("O");
}
