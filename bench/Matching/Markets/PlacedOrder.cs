using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Markets;

/// <summary>What a client remembers of an order. <c>default</c> is none.</summary>
/// <param name="Id">The number that the engine gave it.</param>
/// <param name="Ticks">Its price in the workload.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Side">Its side.</param>
internal readonly record struct PlacedOrder(OrderId Id, long Ticks, int Account, Side Side);
