using System.Buffers;
using System.Threading.Channels;

namespace MarketMaker.Feeds.Recording;

/// <summary>Writes frames to their series, on a task of its own behind a bounded queue.</summary>
/// <remarks>
/// Whoever brings a frame neither waits nor allocates in the steady state: the bytes are copied
/// into a pooled array, and if the disk is slower than the market the frame is dropped and counted.
/// A series whose disk fails is left alone for <see cref="Rest"/>; what comes for it meanwhile
/// counts as dropped. Any thread may call.
/// </remarks>
/// <param name="time">The clock.</param>
/// <param name="failed">Is told of a series whose disk failed, and why; called on the writer's
/// task.</param>
internal sealed class TapeWriter(TimeProvider time, Action<TapeSeries, Exception> failed)
{
    /// <summary>Frames that wait for the disk, at most.</summary>
    public const int MaxFrames = 16 * 1024;

    /// <summary>Their bytes, at most.</summary>
    public const long MaxBytes = 32 * 1024 * 1024;

    /// <summary>How long a series whose disk failed is left alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    /// <summary>Frames reach the operating system at least so often.</summary>
    public static readonly TimeSpan SettleInterval = TimeSpan.FromSeconds(1);

    private readonly Channel<TapeWork> _work = Channel.CreateBounded<TapeWork>(
        new BoundedChannelOptions(MaxFrames) { SingleReader = true });

    /// <summary>The shared pool keeps too few for a burst, and each array goes back on another
    /// thread than it came from. Longer frames are rare.</summary>
    private readonly ArrayPool<byte> _pool = ArrayPool<byte>.Create(
        maxArrayLength: 16 * 1024, maxArraysPerBucket: 4096);

    private readonly TapeClock _clock = new(time);
    private readonly HashSet<TapeSeries> _series = [];
    private readonly Dictionary<TapeSeries, long> _resting = [];
    private readonly RecordingCounters _counters = new();
    private long _queuedBytes;

    /// <summary>What has been written and dropped.</summary>
    public RecordingStatistics Statistics => _counters.Snapshot();

    /// <summary>Leaves a frame to be written.</summary>
    /// <param name="series">The series.</param>
    /// <param name="frame">The frame's bytes; copied.</param>
    /// <param name="arrivedAt">When it was complete: the clock's
    /// <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <returns>False if it was dropped: the disk is too slow, or the frame has a line feed or more
    /// than <see cref="TapeFile.MaxFrame"/> bytes and is no line.</returns>
    public bool TryWrite(TapeSeries series, ReadOnlySpan<byte> frame, long arrivedAt)
    {
        if (frame.Length > TapeFile.MaxFrame || frame.Contains((byte)'\n'))
        {
            Interlocked.Increment(ref _counters.Unfit);
            return false;
        }
        if (Interlocked.Add(ref _queuedBytes, frame.Length) > MaxBytes)
            return Drop(frame.Length);
        var copy = _pool.Rent(frame.Length);
        frame.CopyTo(copy);
        if (_work.Writer.TryWrite(new TapeWork(series, copy, frame.Length, arrivedAt)))
            return true;
        _pool.Return(copy);
        return Drop(frame.Length);
    }

    /// <summary>Does something after all frames that were left before, where no frame is written
    /// meanwhile.</summary>
    /// <param name="action">What to do; its exception is the caller's.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ChannelClosedException">The writer has ended.</exception>
    public async Task<T> DoAsync<T>(Func<T> action, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var work = new TapeWork(() => Complete(action, done));
        await _work.Writer.WriteAsync(work, cancel);
        return await done.Task.WaitAsync(cancel);
    }

    /// <summary>Takes up what an earlier process has left in a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task AdoptAsync(TapeSeries series, CancellationToken cancel) =>
        DoAsync(
            () =>
            {
                Guard(series, static x => x.Open());
                return _series.Add(series);
            },
            cancel);

    /// <summary>Writes until cancelled; then writes what waits, completes all files and returns.
    /// </summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var settling = time.CreateTimer(
            _ => _work.Writer.TryWrite(new TapeWork(SettleAll)), null, SettleInterval,
            SettleInterval);
        await using var ending = cancel.Register(() => _work.Writer.TryComplete());
        // The reading itself is not cancelled: what was left here is written.
        await foreach (var work in _work.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (work.Action is { } action)
                action();
            else
                Write(in work);
        }
        foreach (var series in _series)
            Guard(series, static x => x.Dispose());
    }

    private static void Complete<T>(Func<T> action, TaskCompletionSource<T> done)
    {
        try
        {
            done.SetResult(action());
        }
        catch (Exception error)
        {
            done.SetException(error);
        }
    }

    private bool Drop(int length)
    {
        Interlocked.Add(ref _queuedBytes, -length);
        Interlocked.Increment(ref _counters.Dropped);
        return false;
    }

    private void Write(in TapeWork work)
    {
        var series = work.Series!;
        _series.Add(series);
        Interlocked.Add(ref _queuedBytes, -work.Length);
        if (TryAppend(series, _clock.At(work.ArrivedAt), work.Bytes.AsSpan(0, work.Length)))
        {
            Interlocked.Increment(ref _counters.Frames);
            Interlocked.Add(ref _counters.Bytes, work.Length);
        }
        else
        {
            Interlocked.Increment(ref _counters.Dropped);
        }
        _pool.Return(work.Bytes!);
    }

    private bool TryAppend(TapeSeries series, long at, ReadOnlySpan<byte> frame)
    {
        if (IsResting(series))
            return false;
        try
        {
            series.Append(at, frame);
            return true;
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            OnFailure(series, error);
            return false;
        }
    }

    private void SettleAll()
    {
        var now = _clock.Now;
        foreach (var series in _series)
            Guard(series, x => x.Settle(now));
    }

    private void Guard(TapeSeries series, Action<TapeSeries> action)
    {
        if (IsResting(series))
            return;
        try
        {
            action(series);
        }
        catch (Exception error) when (IsOfDisk(error))
        {
            OnFailure(series, error);
        }
    }

    private static bool IsOfDisk(Exception error) =>
        error is IOException or UnauthorizedAccessException;

    private void OnFailure(TapeSeries series, Exception error)
    {
        _resting[series] = time.GetTimestamp();
        failed(series, error);
    }

    private bool IsResting(TapeSeries series)
    {
        if (!_resting.TryGetValue(series, out var since))
            return false;
        if (time.GetElapsedTime(since) < Rest)
            return true;
        _resting.Remove(series);
        return false;
    }
}
