using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;

namespace MarketMaker.Grains.Journal;

/// <summary>One life of a pair's journal: takes records from the pair's activation, hands them to
/// the <see cref="JournalWriter"/> in batches.</summary>
/// <remarks>Records that come while a transaction is under way wait together for the next, and
/// everybody who waits for one of them waits for the same task.</remarks>
public sealed class PairJournal
{
    /// <summary>So many records may wait. A pair that has more makes its customers wait: it
    /// refuses their commands until the disk has caught up.</summary>
    public const int MaxWaiting = 10_000;

    private readonly Lock _gate = new();
    private readonly Action<PairJournal> _announce;
    private readonly JournalOptions _options;
    private readonly JournalBuffer _buffer = new();
    private TaskCompletionSource? _waiting;
    private JournalSnapshot? _snapshot;
    private JournalLostException? _lost;
    private long _next;
    private int _count;
    private long _recordsSince;
    private long _bytesSince;
    private long _snapshotBytes;

    internal PairJournal(
        StoredJournal stored, JournalOptions options, Action<PairJournal> announce)
    {
        (Pair, Epoch, _next) = (stored.Pair, stored.Epoch, stored.Next);
        (_options, _announce) = (options, announce);
        _recordsSince = _next - 1 - (stored.Snapshot?.Sequence ?? 0);
        _bytesSince = stored.Rows.Sum(row => (long)row.Payload.Length);
        _snapshotBytes = stored.Snapshot?.Payload.Length ?? 0;
    }

    /// <summary>Whose journal it is.</summary>
    public PairId Pair { get; }

    /// <summary>Which life of the pair this is.</summary>
    public long Epoch { get; }

    /// <summary>Whether <see cref="MaxWaiting"/> records wait.</summary>
    public bool IsFull => Volatile.Read(ref _count) >= MaxWaiting;

    /// <summary>Why the journal takes no more; null while it does.</summary>
    public JournalLostException? Lost => Volatile.Read(ref _lost);

    /// <summary>Completes when all that was recorded so far is durable; fails with a
    /// <see cref="JournalLostException"/> when that cannot be known.</summary>
    public Task Tail { get; private set; } = Task.CompletedTask;

    /// <summary>Takes down what the market's last command has changed for good.</summary>
    /// <returns>Whether there was anything; false, too, once the journal is lost.</returns>
    public bool Record(DurableMarket market, Instant now)
    {
        lock (_gate)
        {
            var before = _buffer.Length;
            if (_lost is not null || !market.TryRecord(_buffer, _next, now))
                return false;
            _next++;
            _bytesSince += _buffer.Length - before;
            TakeSnapshot(market);
            Announce();
            return true;
        }
    }

    /// <summary>Hands over what waits; nothing once the journal is lost. Called by the writer.
    /// </summary>
    internal bool TryTake(
        [NotNullWhen(true)] out JournalBatch? batch,
        [NotNullWhen(true)] out TaskCompletionSource? done)
    {
        lock (_gate)
        {
            (batch, done) = (null, _waiting);
            if (_lost is not null || done is null)
                return false;
            var row = JournalRow.Of(
                Pair, Epoch, _next - _count, _count, _buffer.Written.ToArray());
            batch = new JournalBatch(row, _snapshot);
            _buffer.Clear();
            (_count, _snapshot, _waiting) = (0, null, null);
            return true;
        }
    }

    /// <summary>Takes no more, and tells all who wait.</summary>
    internal void Lose(JournalLostException reason)
    {
        TaskCompletionSource? waiting;
        lock (_gate)
        {
            _lost ??= reason;
            waiting = _waiting;
            Tail = Task.FromException(reason);
        }
        // Nobody may be waiting: then the next who asks for the tail is told.
        _ = Tail.Exception;
        Fail(waiting, reason);
    }

    internal static void Fail(TaskCompletionSource? done, JournalLostException reason)
    {
        done?.TrySetException(reason);
        _ = done?.Task.Exception;
    }

    private void Announce()
    {
        if (_count++ > 0)
            return;
        _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Tail = _waiting.Task;
        _announce(this);
    }

    private void TakeSnapshot(DurableMarket market)
    {
        if (++_recordsSince < _options.SnapshotRecords || _bytesSince < _snapshotBytes)
            return;
        var buffer = new JournalBuffer();
        var hash = market.WriteSnapshot(buffer);
        _snapshot = JournalSnapshot.Of(Pair, Epoch, _next - 1, hash, buffer.Written.ToArray());
        (_recordsSince, _bytesSince, _snapshotBytes) = (0, 0, buffer.Length);
    }
}
