using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Tests;

/// <summary>The pairs that the tests trade.</summary>
internal static class Instruments
{
    public static Instrument Btc { get; } = Make("BTC-USDT", "BTCUSDT", 0.01m, 0.00001m);

    public static Instrument Eth { get; } = Make("ETH-USDT", "ETHUSDT", 0.01m, 0.0001m);

    /// <summary>The same pair's second source.</summary>
    public static Instrument BtcAtOkx { get; } = new(Btc.Spec, "BTC-USDT", source: 1);

    /// <summary>The same pair's second source.</summary>
    public static Instrument EthAtOkx { get; } = new(Eth.Spec, "ETH-USDT", source: 1);

    public static Instrument Make(
        string pair, string symbol, decimal tick, decimal lot, int source = 0) =>
        new(new PairSpec(
            PairId.Parse(pair), tick, lot, new Price(100_000_000), new Quantity(1_000_000_000)),
            symbol,
            source);
}
