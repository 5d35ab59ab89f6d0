using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Which command about a ladder this is, and when it came.</summary>
/// <param name="Epoch">Which life of the owner speaks; a later one outranks an earlier.</param>
/// <param name="Sequence">Rises by one with each ladder of that life.</param>
/// <param name="Lease">For how long the ladder shall stand.</param>
/// <param name="LastFill">The last trade before it.</param>
/// <param name="At">When it came.</param>
internal readonly record struct LadderStamp(
    long Epoch, long Sequence, QuoteLease Lease, long LastFill, Instant At)
{
    public bool IsOlderThan(QuoteLadder ladder) =>
        (Epoch, Sequence).CompareTo((ladder.Epoch, ladder.Sequence)) < 0;
}
