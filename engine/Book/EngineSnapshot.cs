using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A market at rest. Reservations are not in it: they follow from the orders.</summary>
/// <param name="LastFill">The number of the last trade.</param>
/// <param name="LastOrder">The number of the last order; 0 when the engine's epoch keeps numbers
/// apart.</param>
/// <param name="VenueFees">What the venue has earned.</param>
/// <param name="Accounts">Every account.</param>
/// <param name="Orders">Customers' live orders: bids, then asks, each by price and time, then those
/// that wait for their trigger, in order of entry.</param>
public sealed record EngineSnapshot(
    long LastFill,
    long LastOrder,
    Notional VenueFees,
    IReadOnlyList<AccountSnapshot> Accounts,
    IReadOnlyList<RestingOrder> Orders)
{
    /// <summary>The price of the last trade; <c>default</c> before the first.</summary>
    public Price LastPrice { get; init; }

    /// <summary>Why the market is halted; null while it trades.</summary>
    public string? HaltReason { get; init; }
}
