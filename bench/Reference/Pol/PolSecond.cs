namespace MarketMaker.Bench.Reference.Pol;

/// <summary>A line of the table.</summary>
/// <param name="Second">Seconds since 1970.</param>
/// <param name="Binance">POL-USDT; null if nothing traded.</param>
/// <param name="Coinbase">POL-USD; null if nothing traded.</param>
internal sealed record PolSecond(long Second, VenueSecond? Binance, VenueSecond? Coinbase);
