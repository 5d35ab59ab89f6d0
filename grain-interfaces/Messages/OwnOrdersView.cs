using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>An account's resting orders at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="Orders">Bids, then asks, each by price and time.</param>
[GenerateSerializer, Immutable, Alias("OwnOrdersView")]
public sealed record OwnOrdersView(
    [property: Id(0)] Instant At, [property: Id(1)] OwnOrder[] Orders);
