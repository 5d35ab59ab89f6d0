namespace MarketMaker.Silo.Settings;

/// <summary>A source of a pair's reference price, <c>Pairs:BASE-QUOTE:Sources</c>.</summary>
public sealed record SourceSettings
{
    /// <summary>The venue: <c>binance</c> or <c>okx</c>.</summary>
    public string Venue { get; init; } = "";

    /// <summary>The venue's name for what it trades, such as <c>BTCUSDT</c> or <c>BTC-USDT</c>.
    /// </summary>
    public string Symbol { get; init; } = "";

    /// <summary>The asset that the venue's prices are in; the pair's own if it is not said. USDT,
    /// USDC and USD are three assets.</summary>
    public string Quote { get; init; } = "";

    /// <summary>How much the source counts among the others, 1 to 1000.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>The ticks that a source with legs is counted in, in its own quote asset.</summary>
    public decimal TickSize { get; init; } = 0.00000001m;

    /// <summary>What turns prices in <see cref="Quote"/> into the pair's quote asset, in the order
    /// of the way; at most two.</summary>
    public IReadOnlyList<LegSettings> Legs { get; init; } = [];
}
