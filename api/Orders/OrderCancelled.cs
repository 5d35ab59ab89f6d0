namespace MarketMaker.Api.Orders;

/// <summary>What became of a cancellation.</summary>
/// <param name="Id">The order's number.</param>
/// <param name="Cancelled">What was still resting, in the base asset.</param>
public sealed record OrderCancelled(long Id, decimal Cancelled);
