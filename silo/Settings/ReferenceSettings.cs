namespace MarketMaker.Silo.Settings;

/// <summary>When the sources of a pair may be used, <c>Reference</c> for all pairs and
/// <c>Pairs:BASE-QUOTE:Reference</c> for one.</summary>
public sealed record ReferenceSettings
{
    /// <summary>How far two sources may be apart, in basis points, 0.01 to 5000.</summary>
    public decimal MaxDistanceBps { get; init; } = 100;

    /// <summary>How long one live source of several is quoted on, in seconds, 0 to 86 400.
    /// </summary>
    public decimal SingleSourceSeconds { get; init; } = 60;

    /// <summary>How old a source's price may be where it is used, in seconds, 0.1 to 60.</summary>
    public decimal TimeToLiveSeconds { get; init; } = 1;

    /// <summary>For how long a source must be well before it is trusted again, in seconds, 0 to
    /// 3600.</summary>
    public decimal HealthySeconds { get; init; } = 30;

    /// <summary>For how long a source of several must be well before it is trusted for the first
    /// time, in seconds, 0 to 60.</summary>
    public decimal WarmUpSeconds { get; init; } = 0.25m;

    /// <summary>A shorter silence costs no healthy spell, in seconds, 0 to 60.</summary>
    public decimal ShortSilenceSeconds { get; init; } = 3;

    /// <summary>After so long a silence a source is off, in seconds, 1 to 86 400.</summary>
    public decimal OffAfterSeconds { get; init; } = 180;

    /// <summary>For how long sources that disagreed must agree, in seconds, 0 to 3600.</summary>
    public decimal CalmSeconds { get; init; } = 1;

    /// <summary>The largest jump of a source of several that is believed at once, in basis points,
    /// 0 to 5000; 0 believes any.</summary>
    public decimal OutlierBps { get; init; } = 100;
}
