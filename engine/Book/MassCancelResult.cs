using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What a mass cancellation took out.</summary>
public readonly ref struct MassCancelResult
{
    /// <summary>Why nothing happened, or <see cref="Rejection.None"/>.</summary>
    public Rejection Rejection { get; init; }

    /// <summary>The orders, bids before asks, each by price and time, then the stops, first come
    /// first; overwritten by the next mass cancellation.</summary>
    public ReadOnlySpan<OrderId> Cancelled { get; init; }
}
