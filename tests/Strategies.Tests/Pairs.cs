using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Tests;

/// <summary>The pairs that the tests quote.</summary>
internal static class Pairs
{
    /// <summary>A tick of 0.01, a lot of 0.001, prices to 100 000, quantities to 1 000.</summary>
    public static PairSpec Cents { get; } = WithTick(0.01m);

    /// <summary>A tick of 1 and a lot of 1, so that numbers read as ticks and lots.</summary>
    public static PairSpec Whole { get; } = new(
        PairId.Parse("TICK-LOT"), tickSize: 1, lotSize: 1,
        maxPrice: new Price(1_000), maxQuantity: new Quantity(100));

    public static PairSpec WithTick(decimal tickSize) => new(
        PairId.Parse("BTC-USDT"), tickSize, lotSize: 0.001m,
        maxPrice: new Price((long)(100_000 / tickSize)), maxQuantity: new Quantity(1_000_000));
}
