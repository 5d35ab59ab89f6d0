using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>An order as its owner sends it.</summary>
/// <param name="Account">Who pays and is paid.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Kind">How it behaves.</param>
/// <param name="Price">Its limit; ignored for <see cref="OrderKind.Market"/>.</param>
/// <param name="Quantity">Its size, 1 to <see cref="PairSpec.MaxQuantity"/>; 0 for a market buy
/// that its <see cref="Budget"/> alone bounds.</param>
public readonly record struct NewOrder(
    AccountId Account, Side Side, OrderKind Kind, Price Price, Quantity Quantity)
{
    /// <summary>Its owner's name for it, if it has one.</summary>
    public ClientOrderId? ClientId { get; init; }

    /// <summary>When it is cancelled; <c>null</c> is never.</summary>
    public Instant? Expires { get; init; }

    /// <summary>Makes it a stop: it waits, out of sight, until a trade at this price or beyond (at
    /// or above for a buy, at or below for a sell), and enters then as its
    /// <see cref="Kind"/> says. A market order becomes a stop, a limit order a stop-limit.
    /// </summary>
    /// <remarks>Before the pair's first trade it waits. A market buy that waits needs a
    /// <see cref="Budget"/>, because nothing else bounds what it can cost.</remarks>
    public Price? Trigger { get; init; }

    /// <summary>Lets the <see cref="Trigger"/> follow the market.</summary>
    public Trail? Trail { get; init; }

    /// <summary>Makes it an iceberg: so much is shown, and shown again, last in line, when that
    /// has traded. 0 shows everything. At most <see cref="MatchingEngine.MaxParts"/> parts.
    /// </summary>
    public Quantity Display { get; init; }

    /// <summary>For a market buy and a fill-or-kill: the most that a buy may cost with its fee, the
    /// least that a sell must bring after it.</summary>
    public Notional? Budget { get; init; }

    /// <summary>What happens when it meets an order of its own group.</summary>
    public SelfTradePrevention SelfTrade { get; init; }

    /// <summary>For a post-only order: where it would take, it rests one tick behind the other
    /// side's best price instead of being rejected.</summary>
    public bool Slide { get; init; }

    /// <summary>One cancels the other: a live order of the same account. As soon as one of the two
    /// trades, fires or is gone, the other is cancelled. One of them at least must be a stop.
    /// </summary>
    public OrderId? Link { get; init; }

    /// <summary>Whether it is a limit order, immediate-or-cancel or not, without any of the
    /// conditions above.</summary>
    internal bool IsPlain =>
        Kind is OrderKind.Limit or OrderKind.ImmediateOrCancel
        && Trigger is null && Trail is null && Budget is null && Link is null
        && ClientId is null && Expires is null && Display.Lots == 0 && !Slide;

    /// <summary>An order that takes whatever price the book has.</summary>
    public static NewOrder Market(AccountId account, Side side, Quantity quantity) =>
        new(account, side, OrderKind.Market, default, quantity);

    /// <summary>An order that buys as much as an amount pays for, fee included.</summary>
    public static NewOrder MarketFor(AccountId account, Notional budget) =>
        new(account, Side.Buy, OrderKind.Market, default, default) { Budget = budget };
}
