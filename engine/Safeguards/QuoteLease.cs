namespace MarketMaker.Engine.Safeguards;

/// <summary>For how long a ladder stands unless its owner speaks again. <c>default</c> is for as
/// long as the market lives.</summary>
/// <remarks>It names the life of the market that it was meant for: the market remembers only from
/// its own life which ladder came last, and so refuses what was sent to an earlier one.</remarks>
public readonly record struct QuoteLease
{
    /// <summary>The longest lease: a minute.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Makes a lease.</summary>
    /// <param name="market">The market's epoch, as its last answer gave it.</param>
    /// <param name="length">More than 0, at most <see cref="Longest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is outside its range.</exception>
    public QuoteLease(long market, TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest);
        (Market, Length) = (market, length);
    }

    /// <summary>Which life of the market it is for.</summary>
    public long Market { get; }

    /// <summary>How long it is; 0 is without end.</summary>
    public TimeSpan Length { get; }
}
