using MarketMaker.Api.Books;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.MarketData;

/// <summary>What turns the depth of the message before into a later one.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="At">The moment.</param>
/// <param name="Previous">The sequence of the message before: another one means that a message is
/// missing, and the copy must be built anew from a snapshot.</param>
/// <param name="Sequence">The sequence that it leads to. The same as before is a sign of life.
/// </param>
/// <param name="Checksum">Of the depth that it leads to.</param>
/// <param name="Bids">The levels that changed, as they are now, best first; a size of 0 says that
/// the level has gone.</param>
/// <param name="Asks">The same of the other side.</param>
public sealed record DepthDiffDocument(
    string Pair,
    DateTimeOffset At,
    long Previous,
    long Sequence,
    long Checksum,
    IReadOnlyList<BookLevelDocument> Bids,
    IReadOnlyList<BookLevelDocument> Asks)
{
    internal static DepthDiffDocument From(PairSpec spec, Instant at, DepthDiff diff) =>
        new(
            spec.Id.ToString(),
            at.ToDateTimeOffset(),
            diff.Previous,
            diff.Sequence,
            diff.Checksum,
            DepthDocument.Levels(spec, diff.Bids),
            DepthDocument.Levels(spec, diff.Asks));
}
