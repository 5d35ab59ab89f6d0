namespace MarketMaker.Silo.Settings;

/// <summary>What a pair's accounts may do, <c>Pairs:BASE-QUOTE:Limits</c>.</summary>
public sealed record LimitSettings
{
    /// <summary>The most orders that an account may have open, 1 to 100 000.</summary>
    public int MaxOpenOrders { get; init; } = 10_000;

    /// <summary>How far from the reference a price may lie, as a share of it, 0 to 1; 0 is any
    /// price.</summary>
    public decimal Band { get; init; }

    /// <summary>How old the reference may be for the band to hold, in seconds, 0.1 to 3600.
    /// </summary>
    public decimal MaxReferenceAgeSeconds { get; init; } = 10;

    /// <summary>How much of a maker's quotes may trade in the window, in the base asset; 0 is no
    /// limit.</summary>
    public decimal ProtectionMaxTraded { get; init; }

    /// <summary>How far bought and sold may drift apart in the window, in the base asset; 0 is no
    /// limit.</summary>
    public decimal ProtectionMaxDelta { get; init; }

    /// <summary>The window, in seconds, 0.001 to 3600.</summary>
    public decimal ProtectionWindowSeconds { get; init; } = 1;

    /// <summary>For how long quotes are refused afterwards, in seconds, 0 to 86 400; 0 is until
    /// an operator resets it.</summary>
    public decimal ProtectionFreezeSeconds { get; init; } = 10;

    /// <summary>For how long a maker's quotes stand without a word from it, in seconds, 0.5 to 60.
    /// </summary>
    public decimal QuoteLeaseSeconds { get; init; } = 2;
}
