using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What the venue charges on a pair, by tier. <c>default</c> has one tier, which is free.
/// </summary>
public readonly struct FeeSchedule
{
    /// <summary>The most tiers that a pair may have.</summary>
    public const int MaxTiers = 16;

    private readonly FeeTier[]? _tiers;

    /// <summary>Makes a schedule of one tier.</summary>
    public FeeSchedule(FeeRate maker, FeeRate taker) : this([new FeeTier(maker, taker)])
    {
    }

    /// <summary>Makes a schedule.</summary>
    /// <param name="tiers">1 to <see cref="MaxTiers"/>; tier 0 is what an account starts in.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">No tiers, or too many.</exception>
    public FeeSchedule(params ReadOnlySpan<FeeTier> tiers)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tiers.Length, nameof(tiers));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tiers.Length, MaxTiers, nameof(tiers));
        _tiers = tiers.ToArray();
        var worst = 0;
        foreach (var tier in tiers)
        {
            worst = Math.Max(worst, tier.Maker.PartsPerMillion);
            worst = Math.Max(worst, tier.Taker.PartsPerMillion);
        }
        Worst = new FeeRate(worst);
    }

    /// <summary>How many tiers there are; they are numbered from 0.</summary>
    public int Tiers => _tiers?.Length ?? 1;

    /// <summary>The most that either side of a trade could be charged in any tier; never negative,
    /// because a rebate is not funds until it is earned.</summary>
    /// <remarks>Orders reserve at this rate whatever their account's tier, so an account can move
    /// between tiers while its orders rest, and no reservation has to be made anew.</remarks>
    public FeeRate Worst { get; }

    /// <summary>What a tier is charged.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such tier.</exception>
    public FeeTier this[int tier] => _tiers is null ? default : _tiers[tier];
}
