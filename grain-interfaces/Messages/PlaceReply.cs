using MarketMaker.Engine.Book;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What became of an order, with the trades that it made at once.</summary>
/// <param name="Result">The order's fate.</param>
/// <param name="Fills">Its trades, in order.</param>
[GenerateSerializer, Immutable, Alias("PlaceReply")]
public sealed record PlaceReply(
    [property: Id(0)] PlaceResult Result, [property: Id(1)] Fill[] Fills);
