using MarketMaker.Engine.Market;

namespace MarketMaker.Feeds.Conflation;

/// <summary>A quote on its way to pricing.</summary>
/// <remarks>A consumer proves that it missed none: its number less the previous one's, less 1, is
/// <see cref="Conflated"/>. <c>default</c> is no quote.</remarks>
/// <param name="Number">1, 2, 3… within a source of a pair, in the order of arrival.</param>
/// <param name="Conflated">Quotes overwritten since the previously published one.</param>
/// <param name="Quote">The quote.</param>
/// <param name="ArrivedAt">When it arrived: <see cref="TimeProvider.GetTimestamp"/>.</param>
public readonly record struct NumberedQuote(
    long Number, long Conflated, VenueQuote Quote, long ArrivedAt)
{
    /// <summary>What the adapter says of the source.</summary>
    public SourceHealth Health { get; init; }

    /// <summary>Whether the health alone is new: the quote was published before, or is not
    /// tradable because none has come.</summary>
    public bool IsHealthAlone { get; init; }
}
