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
    /// market cancel it, postOnly never takes.</summary>
    public OrderKind? Type { get; init; }

    /// <summary>The limit, in the quote asset, on a tick; a market order has none.</summary>
    public decimal? Price { get; init; }

    /// <summary>The size, in the base asset, in whole lots.</summary>
    public decimal? Size { get; init; }

    /// <summary>The owner's name for the order, 1 to 36 printable ASCII characters without spaces.
    /// Sent again, the order is not carried out again: its first answer comes back.</summary>
    public string? ClientOrderId { get; init; }
}
