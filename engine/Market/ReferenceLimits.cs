using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>When the sources of a pair may be used, and together.</summary>
public sealed record ReferenceLimits
{
    /// <summary>How far a price may lie from the median before it is cut off there: ±0.5 %.
    /// </summary>
    public static readonly Ratio Clamp = new(5_000);

    /// <summary>How far two sources may be apart, as a share of the lower: D.</summary>
    public Ratio MaxDistance { get; init; } = new(10_000);

    /// <summary>How long one live source of several may be quoted on: T.</summary>
    public TimeSpan SingleSourceFor { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How old a source's price may be where it is used.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For how long a source must be well before it is trusted again.</summary>
    public TimeSpan HealthySpell { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For how long a source must be well before it is trusted for the first time.
    /// </summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>After a silence shorter than this a source is trusted again at once: a connection
    /// was replaced, which says nothing against its prices.</summary>
    public TimeSpan ShortSilence { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After so long a silence a source is off.</summary>
    public TimeSpan OffAfter { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>After the sources disagreed, for how long they must agree before they are used.
    /// </summary>
    public TimeSpan CalmSpell { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest move of a source from one price to the next that is believed at once;
    /// 0 believes any.</summary>
    public Ratio OutlierMove { get; init; } = new(10_000);

    /// <summary>Limits that leave age, jumps and the rest to <see cref="ReferenceGuard"/>.
    /// </summary>
    public static ReferenceLimits None { get; } = new()
    {
        TimeToLive = TimeSpan.MaxValue,
        HealthySpell = TimeSpan.Zero,
        WarmUp = TimeSpan.Zero,
        CalmSpell = TimeSpan.Zero,
        OffAfter = TimeSpan.MaxValue,
        OutlierMove = default,
    };

    /// <summary>Whether two prices are further apart than sources may be.</summary>
    public bool AreApart(Mark left, Mark right)
    {
        var (low, high) = left < right ? (left, right) : (right, left);
        return MaxDistance.IsPassedBy(high.HalfTicks - low.HalfTicks, low.HalfTicks);
    }
}
