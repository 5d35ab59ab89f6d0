using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Quoting;

/// <summary>What a version of a rule may cost before the maker goes back to the one before it.
/// <c>default</c> guards nothing.</summary>
/// <param name="MaxLoss">By how much the net profit may fall below its best since the version came
/// into force; 0 is no limit.</param>
/// <param name="MaxDrift">How far the position may move, either way, from where it was when the
/// version came into force; 0 is no limit.</param>
public readonly record struct VersionGuards(HalfNotional MaxLoss, Quantity MaxDrift);
