using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;

namespace MarketMaker.Grains.Journal;

/// <summary>Where journals are kept: for each pair its records, its snapshots, and a fence that
/// says which life of the pair may append what.</summary>
public interface IJournalStore
{
    /// <summary>Begins a new life of a pair and reads what is stored of it. From then on nothing
    /// of an earlier life can be appended, so what was read stays all there is.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="steps">What it counts in, kept with it from its first life on.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<StoredJournal> Open(PairId pair, string steps, CancellationToken cancellation);

    /// <summary>Appends what several pairs have to say, in one transaction: durable when the task
    /// completes. When it fails, all of it or nothing may be stored.</summary>
    /// <param name="batches">At most one of each pair. A snapshot is stored with its row, and rows
    /// and snapshots older than the last but one snapshot are dropped.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>For each batch whether it was appended. False: its epoch is not the pair's, or its
    /// first record is not the next; nothing of that pair was stored then.</returns>
    Task<bool[]> Append(IReadOnlyList<JournalBatch> batches, CancellationToken cancellation);
}
