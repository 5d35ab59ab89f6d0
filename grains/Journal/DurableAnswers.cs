using MarketMaker.Engine;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.Grains.State;
using MarketMaker.Grains.Streams;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.Journal;

/// <summary>Stands between a market's memory and its disk: what a command has changed goes into the
/// journal, and its answer waits until that is durable. Once the two are known to differ, the
/// activation ends, and the next begins with what the disk has.</summary>
/// <param name="state">The market with its journal.</param>
/// <param name="bell">Is rung when more trades can be read.</param>
/// <param name="stepDown">Ends the activation.</param>
/// <param name="time">How long it has lived.</param>
/// <param name="logger">Hears why it ends.</param>
internal sealed class DurableAnswers(
    MatchingEngineState state, TradeBell bell, Action stepDown, TimeProvider time, ILogger logger)
{
    /// <summary>How long a life lasts at least: a pair has <see cref="MatchingEngine.MaxEpoch"/> of
    /// them, and a command with a bug that is sent again and again must not use them up.</summary>
    public static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(1);

    private readonly PairJournal _journal = state.Journal;
    private readonly long _born = time.GetTimestamp();
    private bool _isSteppingDown;
    private bool _isUnrecorded;

    /// <summary>Whether the journal takes no more; the activation steps down then.</summary>
    public bool IsLost
    {
        get
        {
            if (_journal.Lost is not { } reason)
                return false;
            StepDown(reason);
            return true;
        }
    }

    /// <summary>Goes on only if the journal does.</summary>
    /// <exception cref="OutcomeUnknownException">The journal takes no more.</exception>
    public void ThrowIfLost()
    {
        if (_journal.Lost is { } reason)
            throw StepDown(reason);
    }

    /// <summary>Begins a command: from here to <see cref="Record"/> the market may be half changed.
    /// </summary>
    /// <exception cref="OutcomeUnknownException">The journal takes no more.</exception>
    public void Begin()
    {
        ThrowIfLost();
        _isUnrecorded = true;
    }

    /// <summary>Begins a command, unless too much waits for the disk.</summary>
    /// <exception cref="OutcomeUnknownException">The journal takes no more.</exception>
    public bool TryBegin()
    {
        ThrowIfLost();
        return _isUnrecorded = !_journal.IsFull;
    }

    /// <summary>Takes down what the command has changed for good.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool Record(Instant now)
    {
        var isRecorded = state.Record(now);
        _isUnrecorded = false;
        return isRecorded;
    }

    /// <summary>Gives an answer once all that it could speak of is durable.</summary>
    /// <exception cref="OutcomeUnknownException">That cannot be known.</exception>
    public async ValueTask<T> OnceDurable<T>(T answer)
    {
        var (tail, last) = (_journal.Tail, state.Market.Engine.LastFill);
        if (!tail.IsCompletedSuccessfully)
        {
            try
            {
                await tail;
            }
            catch (JournalLostException reason)
            {
                throw StepDown(reason);
            }
        }
        if (last > state.Readable)
        {
            state.Readable = last;
            bell.MoreTrades(last);
        }
        return answer;
    }

    /// <summary>Waits, for nobody, until all that was recorded is durable, so that its trades can
    /// be read.</summary>
    public async Task Settle()
    {
        try
        {
            await OnceDurable(true);
        }
        catch (OutcomeUnknownException)
        {
            // Nobody waits; the activation steps down.
        }
    }

    /// <summary>Waits until all that was recorded is written, or lost.</summary>
    public async Task Drain(CancellationToken cancellation)
    {
        try
        {
            await _journal.Tail.WaitAsync(cancellation);
        }
        catch (JournalLostException)
        {
            // Whoever waited for it was told.
        }
    }

    /// <summary>Whether an error has left the market otherwise than any command does: an invariant
    /// is broken, or a command ended in its midst.</summary>
    public bool HasSpoilt(Exception error) => error is InvariantBrokenException || _isUnrecorded;

    /// <summary>Writes no more of a market that is spoilt.</summary>
    /// <returns>What to tell the caller.</returns>
    public OutcomeUnknownException Abandon(Exception error)
    {
        logger.LogError(error, "{Pair} has a bug", _journal.Pair);
        var reason = new JournalLostException($"A bug: {error.Message}", error);
        _journal.Lose(reason);
        return StepDown(reason);
    }

    private OutcomeUnknownException StepDown(JournalLostException reason)
    {
        if (!_isSteppingDown)
        {
            _isSteppingDown = true;
            logger.LogWarning(
                "{Pair} steps down in life {Epoch}: {Reason}",
                _journal.Pair, _journal.Epoch, reason.Message);
            _ = Leave();
        }
        return new OutcomeUnknownException(_journal.Pair.ToString());
    }

    private async Task Leave()
    {
        var rest = ShortestLife - time.GetElapsedTime(_born);
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest, time);
        stepDown();
    }
}
