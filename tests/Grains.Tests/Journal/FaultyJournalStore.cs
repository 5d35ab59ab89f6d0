using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Grains.Tests.Journal;

/// <summary>A store that fails when it is told to, before a commit or after it: then the commit
/// stands and its confirmation is lost. A gate holds appends back, so that a test decides what a
/// transaction contains.</summary>
internal sealed class FaultyJournalStore(IJournalStore inner) : IJournalStore
{
    private TaskCompletionSource _gate = Opened();
    private TaskCompletionSource _arrival = new();

    /// <summary>The next append fails without a trace.</summary>
    public bool FailsBefore { get; set; }

    /// <summary>The next append is stored, and fails.</summary>
    public bool FailsAfter { get; set; }

    /// <summary>Whose last row comes back with a bit that was not written.</summary>
    public PairId? Damaged { get; set; }

    /// <summary>How many records each append had, by pairs.</summary>
    public List<int[]> Appends { get; } = [];

    /// <summary>Holds appends back from now on.</summary>
    public void Close()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Waits until an append is held back.</summary>
    public Task Arrival() => _arrival.Task.WaitAsync(LocalCluster.Patience);

    /// <summary>Lets appends pass.</summary>
    public void Open() => _gate.TrySetResult();

    public async Task<StoredJournal> Open(
        PairId pair, string steps, CancellationToken cancellation)
    {
        var stored = await inner.Open(pair, steps, cancellation);
        return pair == Damaged
            ? stored with { Rows = [.. stored.Rows.SkipLast(1), Flipped(stored.Rows[^1])] }
            : stored;
    }

    public async Task<bool[]> Append(
        IReadOnlyList<JournalBatch> batches, CancellationToken cancellation)
    {
        _arrival.TrySetResult();
        await _gate.Task;
        if (FailsBefore)
        {
            FailsBefore = false;
            throw new IOException("The disk is gone.");
        }
        Appends.Add([.. batches.Select(batch => batch.Row.Count)]);
        var appended = await inner.Append(batches, cancellation);
        if (FailsAfter)
        {
            FailsAfter = false;
            throw new IOException("The connection is gone.");
        }
        return appended;
    }

    private static JournalRow Flipped(JournalRow row)
    {
        var bytes = row.Payload.ToArray();
        bytes[^1] ^= 1;
        return row with { Payload = bytes };
    }

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}
