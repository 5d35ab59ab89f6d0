using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Quotes;

/// <summary>One level of a maker's ladder. <c>default</c> is no quote.</summary>
/// <param name="Side">The side that it rests on.</param>
/// <param name="Price">Its price, 1 to <see cref="PairSpec.MaxPrice"/>.</param>
/// <param name="Quantity">Its size, 1 to <see cref="PairSpec.MaxQuantity"/>.</param>
public readonly record struct Quote(Side Side, Price Price, Quantity Quantity);
