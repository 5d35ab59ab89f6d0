using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Grains.Tests.Journal;

/// <summary>Keeps journals in memory, by the same contract as a database. Shared by several silos
/// it is what a server is to them.</summary>
public sealed class MemoryJournalStore : IJournalStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PairId, Kept> _pairs = [];

    public Task<StoredJournal> Open(PairId pair, string steps, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_pairs.TryGetValue(pair, out var kept))
                _pairs.Add(pair, kept = new Kept());
            kept.Epoch++;
            kept.Steps ??= steps;
            var snapshot = kept.Snapshots.LastOrDefault();
            var after = snapshot?.Sequence ?? 0;
            return Task.FromResult(new StoredJournal(
                pair, kept.Epoch, kept.Next, snapshot,
                [.. kept.Rows.Where(row => row.Next - 1 > after)])
            {
                Steps = kept.Steps,
            });
        }
    }

    public Task<bool[]> Append(
        IReadOnlyList<JournalBatch> batches, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(batches.Select(Append).ToArray());
    }

    private bool Append(JournalBatch batch)
    {
        var row = batch.Row;
        var kept = _pairs[row.Pair];
        if (kept.Epoch != row.Epoch || kept.Next != row.First)
            return false;
        kept.Rows.Add(row);
        kept.Next = row.Next;
        if (batch.Snapshot is not { } snapshot)
            return true;
        kept.Snapshots.Add(snapshot);
        if (kept.Snapshots.Count > 2)
            kept.Snapshots.RemoveAt(0);
        if (kept.Snapshots.Count == 2)
            kept.Rows.RemoveAll(old => old.Next - 1 <= kept.Snapshots[0].Sequence);
        return true;
    }

    private sealed class Kept
    {
        public long Epoch { get; set; }

        public long Next { get; set; } = 1;

        public string? Steps { get; set; }

        public List<JournalRow> Rows { get; } = [];

        public List<JournalSnapshot> Snapshots { get; } = [];
    }
}
