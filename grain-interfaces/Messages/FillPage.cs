using MarketMaker.Engine.Book;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>A stretch of the trade log.</summary>
/// <param name="Fills">In the order of their numbers, without gaps.</param>
/// <param name="LastFill">The log's last number: more can be asked for if the page ends before
/// it.</param>
[GenerateSerializer, Immutable, Alias("FillPage")]
public sealed record FillPage(
    [property: Id(0)] Fill[] Fills, [property: Id(1)] long LastFill)
{
    /// <summary>The most trades on a page.</summary>
    public const int MaxFills = 1000;
}
