using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>The book at a moment.</summary>
/// <param name="At">The moment.</param>
/// <param name="LastFill">The last trade before it.</param>
/// <param name="Bids">Best first.</param>
/// <param name="Asks">Best first.</param>
[GenerateSerializer, Immutable, Alias("BookView")]
public sealed record BookView(
    [property: Id(0)] Instant At,
    [property: Id(1)] long LastFill,
    [property: Id(2)] DepthLevel[] Bids,
    [property: Id(3)] DepthLevel[] Asks)
{
    /// <summary>The most levels of a side that can be asked for.</summary>
    public const int MaxLevels = 1000;
}
