using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What the venue charges on a pair. <c>default</c> is free.</summary>
/// <param name="Maker">On the resting side of a trade.</param>
/// <param name="Taker">On the incoming side of a trade.</param>
public readonly record struct FeeSchedule(FeeRate Maker, FeeRate Taker)
{
    /// <summary>The most that either side of a trade could be charged; never negative, because a
    /// rebate is not funds until it is earned.</summary>
    public FeeRate Worst =>
        new(Math.Max(0, Math.Max(Maker.PartsPerMillion, Taker.PartsPerMillion)));
}
