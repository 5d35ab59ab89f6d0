using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace MarketMaker.Feeds.Simulated;

/// <summary>One client of a simulated venue: a reading loop for its control messages and a sending
/// loop behind a bounded queue.</summary>
internal sealed class VenueConnection(
    WebSocket socket,
    bool combined,
    VenueStreams streams,
    SimulatedVenueOptions options,
    TimeProvider time,
    Action streamsChanged)
{
    private static readonly TimeSpan _closeTimeout = TimeSpan.FromSeconds(1);

    private readonly Channel<OutgoingFrame> _outgoing = Channel.CreateBounded<OutgoingFrame>(
        new BoundedChannelOptions(options.QueueLength) { SingleReader = true });

    private readonly MessageRate _rate = new(time);
    private volatile bool _muted;

    /// <summary>What the client subscribes to.</summary>
    public VenueStreams Streams => streams;

    /// <summary>Sends nothing from now on, though pings are answered.</summary>
    public void Mute() => _muted = true;

    /// <summary>Cuts the connection without a word.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Works until either side ends the connection.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var sending = SendAsync(ending.Token);
        var receiving = ReceiveAsync(ending.Token);
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
        socket.Abort();
    }

    /// <summary>Puts a frame into the queue; one that finds no room in time costs the connection.
    /// </summary>
    public ValueTask EnqueueAsync(VenueFrame frame, CancellationToken cancel) =>
        EnqueueAsync(
            new OutgoingFrame(combined ? frame.Combined : frame.Payload), cancel);

    /// <summary>Closes the connection politely, after what is queued.</summary>
    public ValueTask CloseAsync(string reason, CancellationToken cancel) =>
        EnqueueAsync(new OutgoingFrame(default, CloseReason: reason), cancel);

    /// <summary>Completes when everything queued before was sent, or never will be.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        var flushed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await EnqueueAsync(new OutgoingFrame(default, flushed), cancel);
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
            Abort();
            frame.Flushed?.TrySetResult();
        }
    }

    private async Task SendAsync(CancellationToken cancel)
    {
        try
        {
            await foreach (var frame in _outgoing.Reader.ReadAllAsync(cancel))
            {
                frame.Flushed?.TrySetResult();
                if (frame.CloseReason is { } reason)
                {
                    await socket.CloseOutputAsync(
                        socket.State == WebSocketState.CloseReceived
                            ? WebSocketCloseStatus.NormalClosure
                            : WebSocketCloseStatus.PolicyViolation,
                        reason, cancel);
                    return;
                }
                if (!frame.Bytes.IsEmpty && !_muted)
                {
                    await socket.SendAsync(
                        frame.Bytes, WebSocketMessageType.Text, endOfMessage: true, cancel);
                }
            }
        }
        finally
        {
            _outgoing.Writer.TryComplete();
            while (_outgoing.Reader.TryRead(out var unsent))
                unsent.Flushed?.TrySetResult();
        }
    }

    private async Task ReceiveAsync(CancellationToken cancel)
    {
        var buffer = new byte[VenueProtocol.MaxMessage];
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
            length += part.Count;
            if (!part.EndOfMessage)
                continue;
            await AnswerAsync(buffer.AsMemory(0, length), cancel);
            length = 0;
        }
    }

    private async Task AnswerAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        if (!_rate.TryCount())
        {
            await CloseAsync("Too many requests", cancel);
            return;
        }
        var answer = VenueProtocol.Answer(message, streams, options.Refuses);
        await EnqueueAsync(new OutgoingFrame(Encoding.UTF8.GetBytes(answer)), cancel);
        streamsChanged();
    }
}
