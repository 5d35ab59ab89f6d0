using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Orders;

/// <summary>An order as its owner sends it.</summary>
public sealed record OrderRequest
{
    /// <summary>Who pays and is paid.</summary>
    public string? Account { get; init; }

    /// <summary>Buy or sell.</summary>
    public Side? Side { get; init; }

    /// <summary>How the order behaves: limit rests what does not trade, immediateOrCancel and
    /// market cancel it, fillOrKill trades whole or not at all, postOnly never takes; stop and
    /// stopLimit wait for a trade at their trigger or beyond and are a market or a limit order
    /// then.</summary>
    public OrderType? Type { get; init; }

    /// <summary>The limit, in the quote asset, on a tick; a market order and a stop have none.
    /// </summary>
    public decimal? Price { get; init; }

    /// <summary>The size, in the base asset, in whole lots. A market buy with a budget may leave it
    /// out: it buys what the budget pays for.</summary>
    public decimal? Size { get; init; }

    /// <summary>When the order is cancelled, such as 2030-01-01T00:00:00Z; absent is never.
    /// </summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The trade that a stop or stopLimit order waits for: at this price or above for a
    /// buy, or below for a sell. In the quote asset, on a tick.</summary>
    public decimal? Trigger { get; init; }

    /// <summary>Lets the trigger follow the last trade at this distance, in the order's favour
    /// alone. In the quote asset, in whole ticks.</summary>
    public decimal? TrailDistance { get; init; }

    /// <summary>The least that a trailing trigger moves by, in whole ticks; absent is a tick.
    /// </summary>
    public decimal? TrailStep { get; init; }

    /// <summary>Makes it an iceberg: how much is shown at a time, in whole lots; at least a
    /// hundredth of the size.</summary>
    public decimal? Display { get; init; }

    /// <summary>For a market buy, a stop that buys (which must have one) and fillOrKill: the most
    /// that a buy may cost, or the least that a fillOrKill sell must bring, in the quote asset,
    /// fees included.</summary>
    public decimal? Budget { get; init; }

    /// <summary>What happens when it meets an order of its own owner; absent is cancelNewest.
    /// </summary>
    public SelfTradePrevention? SelfTrade { get; init; }

    /// <summary>Whether a postOnly order that would take rests a tick behind instead.</summary>
    public bool? Slide { get; init; }

    /// <summary>The number of a live order of the account: as soon as one of the two trades, fires
    /// or is gone, the other is cancelled. One of them must be a stop.</summary>
    public long? Link { get; init; }

    /// <summary>The owner's name for the order, 1 to 36 printable ASCII characters without spaces.
    /// Sent again, the order is not carried out again: its first answer comes back.</summary>
    public string? ClientOrderId { get; init; }
}
