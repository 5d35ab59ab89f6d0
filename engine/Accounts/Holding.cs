using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>So much of an asset. <c>default</c> is nothing of no asset.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Amount">How much of it.</param>
public readonly record struct Holding(AssetId Asset, AssetAmount Amount)
{
    /// <summary>The amount and the asset, for people: <c>12.5 USDT</c>.</summary>
    public override string ToString() => $"{Amount} {Asset}";
}
