namespace MarketMaker.Api.Orders;

/// <summary>How much smaller an order shall be.</summary>
public sealed record ReduceRequest
{
    /// <summary>How much less, in the base asset, in whole lots; all that remains, or more, cancels
    /// the order.</summary>
    public decimal? Size { get; init; }
}
