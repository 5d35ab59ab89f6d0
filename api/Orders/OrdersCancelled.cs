namespace MarketMaker.Api.Orders;

/// <summary>What a mass cancellation took out.</summary>
/// <param name="Ids">The orders, bids before asks, each by price and time, then the stops, first
/// come first.</param>
public sealed record OrdersCancelled(IReadOnlyList<long> Ids);
