using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Safeguards;

/// <summary>What a market lets its accounts do, whatever they themselves intend. Memory only: who
/// opens the market sets it.</summary>
public sealed record MarketLimits
{
    /// <summary>The widest band: 100 % of the reference.</summary>
    public const long MaxBandPartsPerMillion = 1_000_000;

    private readonly Ratio _band;
    private readonly int _maxOpenOrders = MatchingEngine.MaxRestingOrders;

    /// <summary>No more than the engine's own limits.</summary>
    public static MarketLimits None { get; } = new();

    /// <summary>The most customer's orders that an account may have open, unless its terms say
    /// less; 1 to <see cref="MatchingEngine.MaxRestingOrders"/>. Quotes do not count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public int MaxOpenOrders
    {
        get => _maxOpenOrders;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MatchingEngine.MaxRestingOrders);
            _maxOpenOrders = value;
        }
    }

    /// <summary>How far from the reference a price may lie, either way; 0 is any price, at most
    /// 100 %.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the range.</exception>
    public Ratio Band
    {
        get => _band;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value.PartsPerMillion);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(
                value.PartsPerMillion, MaxBandPartsPerMillion);
            _band = value;
        }
    }

    /// <summary>How old the reference may be for the <see cref="Band"/> to hold. Without a fresh
    /// one every price is allowed: customers' trade does not depend on another venue.</summary>
    public TimeSpan MaxReferenceAge { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When a maker's quotes are pulled because too much of them has traded.</summary>
    public QuoteProtection Protection { get; init; }
}
