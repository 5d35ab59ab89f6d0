using MarketMaker.Api.Json;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Books;

/// <summary>The book at a moment.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="At">The moment.</param>
/// <param name="LastTrade">The number of the last trade before it; 0 before the first.</param>
/// <param name="Bids">Best first.</param>
/// <param name="Asks">Best first.</param>
/// <param name="SpreadBps">(best ask − best bid) / their middle, in basis points, to four digits;
/// null when a side is empty.</param>
public sealed record BookDocument(
    string Pair,
    DateTimeOffset At,
    long LastTrade,
    IReadOnlyList<BookLevelDocument> Bids,
    IReadOnlyList<BookLevelDocument> Asks,
    decimal? SpreadBps)
{
    internal static BookDocument From(PairSpec spec, BookView book)
    {
        BookLevelDocument[] bids = [.. book.Bids.Select(l => BookLevelDocument.From(spec, l))];
        BookLevelDocument[] asks = [.. book.Asks.Select(l => BookLevelDocument.From(spec, l))];
        return new BookDocument(
            spec.Id.ToString(), book.At.ToDateTimeOffset(), book.LastFill, bids, asks,
            bids.Length > 0 && asks.Length > 0 ? Spread(bids[0].Price, asks[0].Price) : null);
    }

    private static decimal Spread(decimal bid, decimal ask) =>
        Fractions.BasisPoints((ask - bid) * 2 / (ask + bid));
}
