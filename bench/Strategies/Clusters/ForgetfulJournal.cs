using System.Collections.Concurrent;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Bench.Strategies.Clusters;

/// <summary>Takes journals and forgets them: no pair of a run lives twice.</summary>
internal sealed class ForgetfulJournal : IJournalStore
{
    private readonly ConcurrentDictionary<PairId, long> _epochs = new();

    public Task<StoredJournal> Open(
        PairId pair, string steps, CancellationToken cancellation) =>
        Task.FromResult(new StoredJournal(
            pair, _epochs.AddOrUpdate(pair, 1, (_, last) => last + 1), Next: 1, null, []));

    public Task<bool[]> Append(
        IReadOnlyList<JournalBatch> batches, CancellationToken cancellation) =>
        Task.FromResult(
            batches.Select(batch => batch.Row.Epoch == _epochs[batch.Row.Pair]).ToArray());
}
