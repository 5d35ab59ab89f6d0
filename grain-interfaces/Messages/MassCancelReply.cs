using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What a mass cancellation took out.</summary>
/// <param name="Rejection">Why nothing happened, or <see cref="Rejection.None"/>.</param>
/// <param name="Cancelled">The orders, bids before asks, each by price and time, then the stops,
/// first come first.</param>
[GenerateSerializer, Immutable, Alias("MassCancelReply")]
public sealed record MassCancelReply(
    [property: Id(0)] Rejection Rejection, [property: Id(1)] OrderId[] Cancelled);
