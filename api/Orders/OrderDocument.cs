using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Orders;

/// <summary>A live order: it rests in the book or waits for its trigger.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Side">The side that it rests on.</param>
/// <param name="Price">Its limit, in the quote asset; 0 for a market order that waits.</param>
/// <param name="Resting">What has not traded yet, shown or not, in the base asset.</param>
public sealed record OrderDocument(
    long Id, string Account, Side Side, decimal Price, decimal Resting)
{
    /// <summary>Its owner's name for it.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>When it is cancelled.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The trade that it waits for; null when it rests in the book.</summary>
    public decimal? Trigger { get; init; }

    /// <summary>How much of it others see.</summary>
    public decimal Shown { get; init; }

    /// <summary>The order that goes with it.</summary>
    public long? Link { get; init; }

    internal static OrderDocument From(PairSpec spec, RestingOrder order) =>
        new(
            order.Id.Value,
            order.Account.ToString(),
            order.Side,
            spec.ToDecimal(order.Price),
            spec.ToDecimal(order.Remaining))
        {
            ClientOrderId = order.ClientId?.ToString(),
            ExpiresAt = order.Expires?.ToDateTimeOffset(),
            Trigger = order.Trigger is { } trigger ? spec.ToDecimal(trigger) : null,
            Shown = spec.ToDecimal(order.Shown),
            Link = order.Link?.Value,
        };
}
