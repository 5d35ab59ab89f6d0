using System.Net.WebSockets;
using System.Text;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Recording;

/// <summary>One connection of a recorder, from its opening to its end. Frames are not read, only
/// written down.</summary>
internal sealed class RecorderLine(
    RecorderOptions options, TapeWriter writer, TapeSeries tape, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _connectTimeout = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket _socket = new();

    /// <summary>The HTTP status with which the venue answered; 0 if it did not.</summary>
    public int HttpStatus => (int)_socket.HttpStatusCode;

    /// <summary>Opens the connection and subscribes.</summary>
    /// <exception cref="WebSocketException">The venue refused or could not be reached.</exception>
    /// <exception cref="TimeoutException">It took longer than 10 s.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        _socket.Options.CollectHttpResponseDetails = true;
        using var late = new CancellationTokenSource(_connectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        var venue = options.Venue;
        try
        {
            var url = venue.Endpoint(options.Url ?? venue.Url, options.Symbols);
            await _socket.ConnectAsync(url, either.Token);
            await SendAsync(venue.Greeting(options.Symbols), either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"no connection within {_connectTimeout}");
        }
    }

    /// <summary>Records until the connection ends or is silent.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<string> RunAsync(CancellationToken cancel)
    {
        using var silent = new CancellationTokenSource(options.NoDataTimeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, silent.Token);
        await using var keepAlive = time.CreateTimer(
            _ => _ = KeepAliveAsync(ending.Token), null, RecordedVenue.KeepAliveInterval,
            RecordedVenue.KeepAliveInterval);
        try
        {
            return await ReceiveAsync(silent, ending.Token);
        }
        catch (WebSocketException error)
        {
            return $"connection lost: {error.Message}";
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"no data for {options.NoDataTimeout}";
        }
        finally
        {
            _socket.Abort();
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReceiveAsync(
        CancellationTokenSource silent, CancellationToken cancel)
    {
        using var buffer = new FrameBuffer();
        while (true)
        {
            if (!buffer.TryGetRoom(out var room))
                return $"a frame of more than {FrameBuffer.MaxFrame} bytes";
            var part = await _socket.ReceiveAsync(room, cancel);
            if (part.MessageType == WebSocketMessageType.Close)
                return $"closed by the venue: {_socket.CloseStatusDescription}";
            buffer.Advance(part.Count);
            if (!part.EndOfMessage)
                continue;
            var arrivedAt = time.GetTimestamp();
            silent.CancelAfter(options.NoDataTimeout);
            if (!buffer.Written.SequenceEqual("pong"u8))
                writer.TryWrite(tape, buffer.Written, arrivedAt);
            buffer.Clear();
        }
    }

    private async Task KeepAliveAsync(CancellationToken cancel)
    {
        try
        {
            await SendAsync(options.Venue.KeepAlive, cancel);
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException
            or InvalidOperationException or ObjectDisposedException)
        {
            // The connection is over; the reading loop says why.
        }
    }

    private async Task SendAsync(string message, CancellationToken cancel)
    {
        if (message.Length > 0)
        {
            await _socket.SendAsync(
                Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true,
                cancel);
        }
    }
}
