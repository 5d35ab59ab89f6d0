using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>A pair's reference price as its sources make it. <c>default</c> is none.</summary>
/// <param name="Mark">The price; unknown if there is none now.</param>
/// <param name="Bid">The best bid of the sources used, below the price.</param>
/// <param name="Ask">The best ask of the sources used, above the price.</param>
/// <param name="HeardAt">When the oldest of the prices used was heard.</param>
/// <param name="Used">How many sources it is made of.</param>
/// <param name="Confidence">How far it can be relied on, 0 to 1 000 000: the share of the pair's
/// sources that it is made of, times how near they are (down to half at D), times how fresh the
/// oldest is (down to half at its time-to-live). 0 if it may not be quoted on.</param>
/// <param name="Reason">Why it may not be quoted on, or <see cref="PauseReason.None"/>.</param>
/// <param name="IsSingle">Whether it is made of one source of several: then quotes are wider and
/// smaller.</param>
public readonly record struct CompositePrice(
    Mark Mark,
    Price Bid,
    Price Ask,
    Instant HeardAt,
    int Used,
    Ratio Confidence,
    PauseReason Reason,
    bool IsSingle);
