namespace MarketMaker.Feeds.Simulated;

/// <summary>In which venue's words a connection is spoken to.</summary>
internal enum SimulatedDialect
{
    /// <summary>Binance, payloads alone.</summary>
    BinanceRaw,

    /// <summary>Binance, payloads in the envelope that names their stream.</summary>
    BinanceCombined,

    /// <summary>OKX v5.</summary>
    Okx,
}
