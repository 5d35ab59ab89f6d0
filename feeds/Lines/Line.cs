using System.Net.WebSockets;

namespace MarketMaker.Feeds.Lines;

/// <summary>One connection, from its opening to its end: reading, subscribing, watching.</summary>
/// <remarks>A line knows nothing of other lines, so that a successor can be opened while it still
/// runs.</remarks>
internal sealed class Line : IDisposable
{
    /// <summary>One control message in so long, which leaves room for a PONG under five incoming
    /// messages a second.</summary>
    private static readonly TimeSpan _controlInterval = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan _closing = TimeSpan.FromMilliseconds(250);

    private readonly VenueFeedOptions _options;
    private readonly IVenueProtocol _protocol;
    private readonly SymbolBoard _board;
    private readonly SubscriptionPlan _plan;
    private readonly FrameHandler _handler;
    private readonly TimeProvider _time;
    private readonly TimeSpan _maxAge;
    private readonly RateLimit _controls;
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _retired = new();
    private readonly TaskCompletionSource<string> _successorWanted = NewSignal<string>();
    private readonly TaskCompletionSource<bool> _delivering = NewSignal<bool>();
    private long _openedAt;
    private long _frameAt;

    /// <summary>Prepares a line.</summary>
    /// <param name="parts">What the line works with.</param>
    /// <param name="number">The line's number within its feed, never used twice.</param>
    /// <param name="maxAge">The age at which it wants a successor.</param>
    public Line(LineParts parts, int number, TimeSpan maxAge)
    {
        _options = parts.Options;
        _protocol = parts.Protocol;
        _board = parts.Board;
        _time = parts.Time;
        _maxAge = maxAge;
        _plan = new SubscriptionPlan(_protocol, _time);
        _handler = new FrameHandler(
            number, _protocol, _plan, _board, parts.Counters, parts.Logger);
        _controls = new RateLimit(_protocol.MaxMessagesPerHour, TimeSpan.FromHours(1), _time);
        // The framework's own pings would be answered by a venue that sends no data; it is the
        // data that is watched.
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.CollectHttpResponseDetails = true;
    }

    /// <summary>Completes with the reason when a successor should be opened; the line lives on.
    /// </summary>
    public Task<string> SuccessorWanted => _successorWanted.Task;

    /// <summary>Completes when the line brings all that the others bring.</summary>
    public Task Delivering => _delivering.Task;

    /// <summary>How long the line has been open.</summary>
    public TimeSpan Age => _time.GetElapsedTime(_openedAt);

    /// <summary>Opens the connection.</summary>
    /// <exception cref="ConnectException">The venue refused or could not be reached.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task OpenAsync(CancellationToken cancel)
    {
        using var late = new CancellationTokenSource(_options.ConnectTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            var endpoint = _options.Url.ToString().TrimEnd('/') + _protocol.Path;
            await _socket.ConnectAsync(new Uri(endpoint), either.Token);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            throw late.IsCancellationRequested
                ? ConnectException.Late(_options.ConnectTimeout)
                : new ConnectException((int)_socket.HttpStatusCode, error);
        }
        _openedAt = _time.GetTimestamp();
        _frameAt = _openedAt;
        _handler.Track();
    }

    /// <summary>Works until the connection ends or must be replaced at once.</summary>
    /// <returns>Why it ended.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<string> RunAsync(CancellationToken cancel)
    {
        using var ending =
            CancellationTokenSource.CreateLinkedTokenSource(cancel, _retired.Token);
        Task<string>[] duties =
        [
            EndingAsReason(ReceiveAsync(ending.Token)),
            EndingAsReason(KeepSubscribedAsync(ending.Token)),
            EndingAsReason(WatchAsync(ending.Token)),
        ];
        var first = await Task.WhenAny(duties);
        await ending.CancelAsync();
        await CloseAsync();
        Task all = Task.WhenAll(duties);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancel.ThrowIfCancellationRequested();
        return _retired.IsCancellationRequested ? "a successor took over" : await first;
    }

    /// <summary>Ends the line: its successor delivers.</summary>
    public void Retire() => _retired.Cancel();

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
        _retired.Dispose();
    }

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
            var arrivedAt = _time.GetTimestamp();
            Volatile.Write(ref _frameAt, arrivedAt);
            if (_handler.Handle(buffer.Written, arrivedAt) is { } reason)
                return reason;
            if (_handler.Announcement is { } announcement)
                _successorWanted.TrySetResult(announcement);
            buffer.Clear();
        }
    }

    private async Task<string> KeepSubscribedAsync(CancellationToken cancel)
    {
        using var pace = new PeriodicTimer(_controlInterval, _time);
        do
        {
            var wanted = _board.Wanted;
            if (_controls.IsOpen && _plan.TryNext(wanted, out var message))
            {
                _controls.TryTake(out _);
                await SendAsync(_protocol.Write(message), cancel);
                if (message.Subscribes)
                    _board.OnAsked(message.Symbols);
            }
        }
        while (await pace.WaitForNextTickAsync(cancel));
        return "no longer subscribing";
    }

    private async Task<string> WatchAsync(CancellationToken cancel)
    {
        using var pace = new PeriodicTimer(_options.NoDataTimeout / 16, _time);
        var owedSince = _openedAt;
        while (await pace.WaitForNextTickAsync(cancel))
        {
            // Nothing is owed while nothing is followed: the wait begins with the first pair.
            if (_board.Wanted.Count == 0)
                owedSince = _time.GetTimestamp();
            var dataAt = _handler.DataAt;
            var quiet = _time.GetElapsedTime(Math.Max(owedSince, dataAt));
            if (dataAt > 0 && quiet >= _options.NoDataTimeout)
                return $"no data for {_options.NoDataTimeout}";
            // It may be that nothing is to come: then one line after another would be broken.
            if (dataAt == 0 && quiet >= _options.FirstTickDeadline * 2)
                _successorWanted.TrySetResult("no data since it was opened");
            if (Age >= _maxAge)
                _successorWanted.TrySetResult($"replaced at the age of {_maxAge}");
            if (!Delivering.IsCompleted && _handler.TryFinishTracking())
                _delivering.TrySetResult(true);
            var idle = _time.GetElapsedTime(Volatile.Read(ref _frameAt));
            if (_protocol.Ping is { } ping && idle >= _options.NoDataTimeout / 3)
                await SendAsync(ping, cancel);
        }
        return "no longer watched";
    }

    /// <summary>A socket sends one message at a time.</summary>
    private async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancel)
    {
        await _sending.WaitAsync(cancel);
        try
        {
            await _socket.SendAsync(text, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says goodbye where that is still possible; a dead line is cut.</summary>
    private async Task CloseAsync()
    {
        if (_retired.IsCancellationRequested && _socket.State == WebSocketState.Open)
        {
            using var late = new CancellationTokenSource(_closing, _time);
            var closed = _socket.CloseOutputAsync(
                WebSocketCloseStatus.NormalClosure, "replaced", late.Token);
            await closed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        _socket.Abort();
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

    private static TaskCompletionSource<T> NewSignal<T>() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
