using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What the accounts of a tier are charged. <c>default</c> is free.</summary>
/// <param name="Maker">On the resting side of a trade.</param>
/// <param name="Taker">On the incoming side of a trade.</param>
public readonly record struct FeeTier(FeeRate Maker, FeeRate Taker);
