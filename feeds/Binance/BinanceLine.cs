using System.Net.WebSockets;

namespace MarketMaker.Feeds.Binance;

/// <summary>One connection, from its opening to its end: reading, subscribing, watching.</summary>
/// <remarks>A line knows nothing of other lines, so that a successor can be opened while it still
/// runs.</remarks>
internal sealed class BinanceLine(
    BinanceFeedOptions options,
    FollowedInstruments followed,
    SubscriptionPlan plan,
    FrameHandler handler,
    TimeProvider time) : IDisposable
{
    /// <summary>One control message in so long, which leaves room for a PONG under the venue's five
    /// incoming messages a second.</summary>
    private static readonly TimeSpan _controlInterval = TimeSpan.FromMilliseconds(250);

    private readonly ClientWebSocket _socket = new();
    private long _openedAt;
    private long _lastFrameAt;

    /// <summary>The HTTP status with which the venue answered; 0 if it did not.</summary>
    public int HttpStatus => (int)_socket.HttpStatusCode;

    /// <summary>Opens the connection.</summary>
    /// <exception cref="WebSocketException">The venue refused or could not be reached.</exception>
    /// <exception cref="TimeoutException">It took longer than allowed.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        _socket.Options.CollectHttpResponseDetails = true;
        using var late = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            var endpoint = options.Url.ToString().TrimEnd('/') + "/stream";
            await _socket.ConnectAsync(new Uri(endpoint), either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"no connection within {options.ConnectTimeout}");
        }
        _openedAt = time.GetTimestamp();
    }

    /// <summary>Works until the connection ends or must be replaced.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<string> RunAsync(CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<string>[] duties =
        [
            EndingAsReason(ReceiveAsync(ending.Token)),
            EndingAsReason(KeepSubscribedAsync(ending.Token)),
            WatchAsync(ending.Token),
        ];
        var first = await Task.WhenAny(duties);
        await ending.CancelAsync();
        _socket.Abort();
        Task all = Task.WhenAll(duties);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        return await first;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<string> ReceiveAsync(CancellationToken cancel)
    {
        using var buffer = new FrameBuffer();
        while (true)
        {
            if (!buffer.TryGetRoom(out var room))
                return $"a frame of more than {FrameBuffer.MaxFrame} bytes";
            var part = await _socket.ReceiveAsync(room, cancel);
            if (part.MessageType == WebSocketMessageType.Close)
                return ClosedByVenue();
            buffer.Advance(part.Count);
            if (!part.EndOfMessage)
                continue;
            var arrivedAt = time.GetTimestamp();
            Volatile.Write(ref _lastFrameAt, arrivedAt);
            if (handler.Handle(buffer.Written, arrivedAt) is { } reason)
                return reason;
            buffer.Clear();
        }
    }

    private async Task<string> KeepSubscribedAsync(CancellationToken cancel)
    {
        using var pace = new PeriodicTimer(_controlInterval, time);
        do
        {
            string[] wanted = [.. followed.Current.Select(x => x.Instrument.Symbol).Distinct()];
            if (plan.TryNext(wanted, out var message))
            {
                await _socket.SendAsync(
                    message.ToUtf8(), WebSocketMessageType.Text, endOfMessage: true, cancel);
            }
        }
        while (await pace.WaitForNextTickAsync(cancel));
        return "no longer subscribing";
    }

    private async Task<string> WatchAsync(CancellationToken cancel)
    {
        using var pace = new PeriodicTimer(options.NoDataTimeout / 8, time);
        var aliveAt = _openedAt;
        while (await pace.WaitForNextTickAsync(cancel))
        {
            // Nothing is owed while nothing is followed: the wait begins with the first pair.
            aliveAt = followed.Current.IsEmpty
                ? time.GetTimestamp()
                : Math.Max(aliveAt, Volatile.Read(ref _lastFrameAt));
            if (time.GetElapsedTime(aliveAt) >= options.NoDataTimeout)
                return $"no data for {options.NoDataTimeout}";
            if (time.GetElapsedTime(_openedAt) >= options.MaxConnectionAge)
                return $"replaced at the age of {options.MaxConnectionAge}";
        }
        return "no longer watched";
    }

    private string ClosedByVenue() =>
        $"closed by the venue: {(int?)_socket.CloseStatus} {_socket.CloseStatusDescription}";

    private static async Task<string> EndingAsReason(Task<string> duty)
    {
        try
        {
            return await duty;
        }
        catch (WebSocketException error)
        {
            return $"connection lost: {error.Message}";
        }
    }
}
