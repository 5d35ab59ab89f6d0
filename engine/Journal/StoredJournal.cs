using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>All that is stored of a pair, for the life that begins with reading it.</summary>
/// <param name="Pair">Whose it is.</param>
/// <param name="Epoch">Which life of the pair begins: nothing of an earlier one can be appended any
/// more.</param>
/// <param name="Next">The sequence of the next record, as the fence has it.</param>
/// <param name="Snapshot">The latest snapshot; null before the first.</param>
/// <param name="Rows">The rows with records after the snapshot, in order.</param>
public sealed record StoredJournal(
    PairId Pair,
    long Epoch,
    long Next,
    JournalSnapshot? Snapshot,
    IReadOnlyList<JournalRow> Rows)
{
    /// <summary>What its numbers are counted in, as <see cref="PairSpec.Steps"/> says it; null
    /// where nobody has said so yet.</summary>
    public string? Steps { get; init; }
}
