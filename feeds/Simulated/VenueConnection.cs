using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace MarketMaker.Feeds.Simulated;

/// <summary>One client of a simulated venue: a reading loop for its control messages and a sending
/// loop behind a bounded queue.</summary>
internal sealed class VenueConnection(
    WebSocket socket,
    SimulatedDialect dialect,
    VenueStreams streams,
    VenueFaults faults,
    SimulatedVenueOptions options,
    TimeProvider time,
    VenueAudience audience)
{
    private const int LooksPerIdleTimeout = 8;

    private static readonly TimeSpan _closeTimeout = TimeSpan.FromSeconds(1);

    /// <summary>How long a client that does not keep up may take to read why it is closed.
    /// </summary>
    private static readonly TimeSpan _lastWord = TimeSpan.FromSeconds(5);

    private readonly Channel<OutgoingFrame> _outgoing = Channel.CreateBounded<OutgoingFrame>(
        new BoundedChannelOptions(options.QueueLength) { SingleReader = true });

    private readonly MessageRate _rate = new(time);
    private readonly FaultyFrames _frames = new(faults);
    private volatile bool _muted;
    private volatile bool _isHalfOpen;
    private volatile bool _isTooSlow;
    private long _sentAt = time.GetTimestamp();

    /// <summary>When the connection was opened; a monotonic timestamp.</summary>
    public long OpenedAt { get; } = time.GetTimestamp();

    /// <summary>What the client subscribes to.</summary>
    public VenueStreams Streams => streams;

    /// <summary>Sends no data from now on, though pings are answered.</summary>
    public void Mute() => _muted = true;

    /// <summary>Neither sends nor reads anything from now on.</summary>
    public void FallHalfOpen() => _isHalfOpen = true;

    /// <summary>Says that the connection will be closed, in its venue's words.</summary>
    public ValueTask AnnounceAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var shutdown = $$"""{"e":"serverShutdown","E":{{now}}}""";
        return SayAsync(
            dialect switch
            {
                SimulatedDialect.Okx => OkxAnswers.Upgrade,
                SimulatedDialect.BinanceCombined =>
                    $$"""{"stream":"!serverShutdown","data":{{shutdown}}}""",
                _ => shutdown,
            },
            cancel);
    }

    /// <summary>Cuts the connection without a word.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Works until either side ends the connection.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var sending = SendAsync(ending.Token);
        var receiving = ReceiveAsync(ending.Token);
        var watching = WatchIdleAsync(ending.Token);
        try
        {
            // A loop that ends without error has begun the closing handshake; the other ends it.
            await await Task.WhenAny(sending, receiving);
            ending.CancelAfter(_closeTimeout);
            await Task.WhenAll(sending, receiving);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            await ending.CancelAsync();
            var both = Task.WhenAll(sending, receiving);
            await both.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await ending.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Abort();
    }

    /// <summary>Puts a frame into the queue, as the faults of the moment leave it; one that finds
    /// no room in time costs the connection.</summary>
    public async ValueTask EnqueueAsync(VenueFrame frame, CancellationToken cancel)
    {
        if (_muted)
            return;
        var bytes = dialect == SimulatedDialect.BinanceRaw ? frame.Payload : frame.Combined;
        var lag = TimeSpan.FromMilliseconds(faults.Amount(FaultKind.Lag));
        var due = time.GetTimestamp() + (long)(lag.TotalSeconds * time.TimestampFrequency);
        foreach (var sent in _frames.Apply(frame, bytes))
            await EnqueueAsync(new OutgoingFrame(sent, due), cancel);
    }

    /// <summary>Closes the connection politely, after what is queued.</summary>
    public ValueTask CloseAsync(string reason, CancellationToken cancel) =>
        CloseAsync(reason, WebSocketCloseStatus.PolicyViolation, cancel);

    /// <summary>Closes the connection politely, after what is queued.</summary>
    public ValueTask CloseAsync(
        string reason, WebSocketCloseStatus status, CancellationToken cancel) =>
        EnqueueAsync(
            new OutgoingFrame(default, CloseReason: reason, CloseStatus: status), cancel);

    /// <summary>Completes when everything queued before was sent, or never will be.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await EnqueueAsync(new OutgoingFrame(default, Flushed: flushed), cancel);
        await flushed.Task.WaitAsync(cancel);
    }

    private async ValueTask EnqueueAsync(OutgoingFrame frame, CancellationToken cancel)
    {
        if (_outgoing.Writer.TryWrite(frame))
            return;
        using var late = new CancellationTokenSource(options.SlowReaderTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            await _outgoing.Writer.WriteAsync(frame, either.Token);
        }
        catch (ChannelClosedException)
        {
            frame.Flushed?.TrySetResult();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            GiveUp();
            frame.Flushed?.TrySetResult();
        }
    }

    /// <summary>The client does not keep up. OKX says so, should it read on; Binance does not.
    /// </summary>
    private void GiveUp()
    {
        if (dialect != SimulatedDialect.Okx)
        {
            Abort();
            return;
        }
        _isTooSlow = true;
        if (_outgoing.Writer.TryComplete())
            _ = CutLaterAsync();
    }

    private async Task CutLaterAsync()
    {
        await Task.Delay(_lastWord, time);
        Abort();
    }

    private async Task WatchIdleAsync(CancellationToken cancel)
    {
        if (dialect != SimulatedDialect.Okx)
            return;
        using var pace = new PeriodicTimer(options.IdleTimeout / LooksPerIdleTimeout, time);
        while (await pace.WaitForNextTickAsync(cancel))
        {
            if (time.GetElapsedTime(Volatile.Read(ref _sentAt)) < options.IdleTimeout)
                continue;
            await CloseAsync(
                $"No data within {options.IdleTimeout.TotalSeconds} s", OkxAnswers.Idle, cancel);
            return;
        }
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        try
        {
            await foreach (var frame in _outgoing.Reader.ReadAllAsync(cancel))
            {
                frame.Flushed?.TrySetResult();
                if (_isTooSlow)
                    break;
                if (frame.CloseReason is { } reason)
                {
                    await socket.CloseOutputAsync(
                        socket.State == WebSocketState.CloseReceived
                            ? WebSocketCloseStatus.NormalClosure
                            : frame.CloseStatus,
                        reason, cancel);
                    return;
                }
                if (!frame.Bytes.IsEmpty && !_isHalfOpen)
                {
                    await PaceAsync(frame, cancel);
                    await socket.SendAsync(
                        frame.Bytes, WebSocketMessageType.Text, endOfMessage: true, cancel);
                    Volatile.Write(ref _sentAt, time.GetTimestamp());
                }
            }
            if (_isTooSlow)
                await socket.CloseOutputAsync(OkxAnswers.TooSlow, "Slow consumer", cancel);
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            while (_outgoing.Reader.TryRead(out var unsent))
                unsent.Flushed?.TrySetResult();
        }
    }

    private async Task PaceAsync(OutgoingFrame frame, CancellationToken cancel)
    {
        var early = time.GetElapsedTime(time.GetTimestamp(), frame.DueAt);
        if (early > TimeSpan.Zero)
            await Task.Delay(early, time, cancel);
        if (faults.Amount(FaultKind.Slow) is not 0 and var slow)
            await Task.Delay(TimeSpan.FromMilliseconds(slow), time, cancel);
    }

    private async Task ReceiveAsync(CancellationToken cancel)
    {
        var buffer = new byte[dialect == SimulatedDialect.Okx
            ? OkxAnswers.MaxMessage
            : BinanceAnswers.MaxMessage];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                await CloseAsync("Message too long", cancel);
                length = 0;
            }
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await CloseAsync("", cancel);
                return;
            }
            if (_isHalfOpen)
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancel);
            length += part.Count;
            if (!part.EndOfMessage)
                continue;
            await AnswerAsync(buffer.AsMemory(0, length), cancel);
            length = 0;
        }
    }

    private async Task AnswerAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        if (dialect == SimulatedDialect.Okx)
        {
            await AnswerAsOkxAsync(message, cancel);
            return;
        }
        if (!_rate.TryCount())
        {
            await CloseAsync("Too many requests", cancel);
            return;
        }
        await SayAsync(BinanceAnswers.Answer(message, streams, Refuses), cancel);
        audience.NoteChange();
    }

    private async Task AnswerAsOkxAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        var joined = new List<string>();
        foreach (var answer in OkxAnswers.Answer(message, streams, faults, joined))
            await SayAsync(answer, cancel);
        foreach (var last in audience.LastOf(joined))
            await EnqueueAsync(last, cancel);
        audience.NoteChange();
    }

    private bool Refuses(string stream) =>
        options.Refuses(stream) || faults.Has(FaultKind.Reject, stream.Split('@')[0]);

    private ValueTask SayAsync(string text, CancellationToken cancel) =>
        EnqueueAsync(new OutgoingFrame(Encoding.UTF8.GetBytes(text)), cancel);
}
