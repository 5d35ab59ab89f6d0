using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A live order, resting in the book or waiting for its trigger: everything that is
/// needed to put it back.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Side">The side that it rests on.</param>
/// <param name="Price">Its price; 0 for a market order that waits.</param>
/// <param name="Remaining">What has not traded yet, shown or not; at least one lot.</param>
/// <param name="IsQuote">Whether it is a level of a maker's ladder: memory only, gone with the
/// process.</param>
public readonly record struct RestingOrder(
    OrderId Id, AccountId Account, Side Side, Price Price, Quantity Remaining, bool IsQuote)
{
    /// <summary>How it behaves when it enters the book, again or for the first time.</summary>
    public OrderKind Kind { get; init; }

    /// <summary>Its owner's name for it, if it has one.</summary>
    public ClientOrderId? ClientId { get; init; }

    /// <summary>When it is cancelled; <c>null</c> is never.</summary>
    public Instant? Expires { get; init; }

    /// <summary>The trade that it waits for; <c>null</c> when it rests in the book.</summary>
    public Price? Trigger { get; init; }

    /// <summary>How its trigger follows the market.</summary>
    public Trail? Trail { get; init; }

    /// <summary>The size of an iceberg's parts; 0 shows everything.</summary>
    public Quantity Display { get; init; }

    /// <summary>How much of <see cref="Remaining"/> is not shown.</summary>
    public Quantity Hidden { get; init; }

    /// <summary>The most that it may cost, or the least that it must bring, once it fires.
    /// </summary>
    public Notional? Budget { get; init; }

    /// <summary>What happens when it meets an order of its own group.</summary>
    public SelfTradePrevention SelfTrade { get; init; }

    /// <summary>Whether, post-only, it slides where it would take.</summary>
    public bool Slide { get; init; }

    /// <summary>The order that goes when this one trades, fires or is gone, and the other way
    /// round.</summary>
    public OrderId? Link { get; init; }

    /// <summary>Whether it waits for its trigger: out of the book and of every depth.</summary>
    public bool IsParked => Trigger is not null;

    /// <summary>How much others see.</summary>
    public Quantity Shown => IsParked ? Quantity.Zero : Remaining - Hidden;
}
