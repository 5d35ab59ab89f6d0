namespace MarketMaker.Api.Orders;

/// <summary>What an order shall become.</summary>
public sealed record AmendRequest
{
    /// <summary>The new limit, in the quote asset, on a tick; absent for a stop, which has none.
    /// </summary>
    public decimal? Price { get; init; }

    /// <summary>What shall remain of it, shown or not, in the base asset, in whole lots.</summary>
    public decimal? Size { get; init; }
}
