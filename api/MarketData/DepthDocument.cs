using MarketMaker.Api.Books;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.MarketData;

/// <summary>The whole depth at a moment, from which a copy can be kept up by diffs.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="At">The moment.</param>
/// <param name="Sequence">Its number: equal numbers are equal depths, higher ones later.</param>
/// <param name="Checksum">CRC-32C of the best 25 levels of both sides; see the documentation.
/// </param>
/// <param name="Bids">Best first, at most 1000.</param>
/// <param name="Asks">Best first, at most 1000.</param>
public sealed record DepthDocument(
    string Pair,
    DateTimeOffset At,
    long Sequence,
    long Checksum,
    IReadOnlyList<BookLevelDocument> Bids,
    IReadOnlyList<BookLevelDocument> Asks)
{
    internal static DepthDocument From(PairSpec spec, Instant at, Depth depth) =>
        new(
            spec.Id.ToString(),
            at.ToDateTimeOffset(),
            depth.Sequence,
            depth.Checksum,
            Levels(spec, depth.Bids),
            Levels(spec, depth.Asks));

    internal static BookLevelDocument[] Levels(PairSpec spec, ReadOnlySpan<DepthLevel> levels)
    {
        var documents = new BookLevelDocument[levels.Length];
        for (var i = 0; i < levels.Length; i++)
            documents[i] = BookLevelDocument.From(spec, levels[i]);
        return documents;
    }
}
