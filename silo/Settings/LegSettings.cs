namespace MarketMaker.Silo.Settings;

/// <summary>A pair whose price turns one asset into another,
/// <c>Pairs:BASE-QUOTE:Sources:n:Legs</c>.</summary>
public sealed record LegSettings
{
    /// <summary>The venue; that of its source if it is not said.</summary>
    public string Venue { get; init; } = "";

    /// <summary>The venue's name for it, such as <c>USDCUSDT</c>.</summary>
    public string Symbol { get; init; } = "";

    /// <summary>Which two assets it compares, such as <c>USDC-USDT</c>. It leads from either to the
    /// other.</summary>
    public string Pair { get; init; } = "";

    /// <summary>The ticks that it is counted in, in its own quote asset.</summary>
    public decimal TickSize { get; init; } = 0.00000001m;
}
