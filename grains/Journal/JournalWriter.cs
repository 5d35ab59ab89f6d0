using System.Threading.Channels;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.Journal;

/// <summary>Writes the journals of a silo's pairs: all that has come from all of them since the
/// last transaction goes into the next (group commit).</summary>
/// <remarks>
/// It works outside the grains' scheduler: no activation ever waits for the disk while it holds
/// its turn. A pair stands in the queue at most once, with a bounded number of records (see
/// <see cref="PairJournal.MaxWaiting"/>), so the queue is bounded by the number of pairs.
/// <para>A transaction that fails is not tried again: nobody knows whether it was stored. The pairs
/// in it step down, and their next activations read what is there.</para>
/// </remarks>
public sealed class JournalWriter(
    IJournalStore store, JournalOptions options, ILogger<JournalWriter> logger) : IAsyncDisposable
{
    private readonly Channel<PairJournal> _queue = Channel.CreateUnbounded<PairJournal>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly List<PairJournal> _pairs = [];
    private readonly List<JournalBatch> _batches = [];
    private readonly List<TaskCompletionSource> _done = [];
    private Task _loop = Task.CompletedTask;
    private long _transactions;
    private long _records;

    /// <summary>How many transactions were committed.</summary>
    public long Transactions => Volatile.Read(ref _transactions);

    /// <summary>How many records were in them.</summary>
    public long Records => Volatile.Read(ref _records);

    /// <summary>Begins a new life of a pair and reads what is stored of it.</summary>
    public async Task<(PairJournal Journal, StoredJournal Stored)> Open(
        PairSpec pair, CancellationToken cancellation)
    {
        var stored = await store.Open(pair.Id, pair.Steps, cancellation);
        return (new PairJournal(stored, options, Announce), stored);
    }

    /// <summary>Starts writing.</summary>
    public void Start() => _loop = Task.Run(Write);

    /// <summary>Writes what waits and takes no more.</summary>
    public Task Stop()
    {
        _queue.Writer.TryComplete();
        return _loop;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Stop();

    private void Announce(PairJournal journal)
    {
        if (!_queue.Writer.TryWrite(journal))
            journal.Lose(new JournalLostException("The journal has been closed."));
    }

    private async Task Write()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            try
            {
                await WriteWhatWaits();
            }
            catch (Exception error)
            {
                // Whatever it was: if the loop ended, every pair would wait for ever.
                for (var i = 0; i < _pairs.Count; i++)
                    Lose(i, "Writing the journal failed", error);
                Report(error);
            }
            _pairs.Clear();
            _batches.Clear();
            _done.Clear();
        }
    }

    private async Task WriteWhatWaits()
    {
        while (_queue.Reader.TryRead(out var journal))
        {
            if (!journal.TryTake(out var batch, out var done))
                continue;
            _pairs.Add(journal);
            _batches.Add(batch);
            _done.Add(done);
        }
        if (_pairs.Count == 0)
            return;
        var appended = await store.Append(_batches, CancellationToken.None);
        Volatile.Write(ref _transactions, _transactions + 1);
        for (var i = 0; i < _pairs.Count; i++)
        {
            if (appended[i])
            {
                Volatile.Write(ref _records, _records + _batches[i].Row.Count);
                _done[i].TrySetResult();
            }
            else
            {
                Lose(i, "A later activation has the journal", null);
            }
        }
    }

    private void Report(Exception error)
    {
        try
        {
            logger.LogError(error, "{Count} pairs could not be written", _pairs.Count);
        }
        catch (Exception)
        {
            // The log is down as well. Each pair says the reason when it steps down.
        }
    }

    private void Lose(int index, string message, Exception? cause)
    {
        var row = _batches[index].Row;
        var reason = new JournalLostException(
            $"{message}: records {row.First} to {row.Next - 1} of {row.Pair} in life {row.Epoch}."
                + (cause is null ? "" : $" {cause.Message}"),
            cause);
        _pairs[index].Lose(reason);
        PairJournal.Fail(_done[index], reason);
    }
}
