namespace MarketMaker.BinanceNet;

/// <summary>A line's subscription of one symbol. Any thread may call.</summary>
internal sealed class LineSubscription(TimeSpan firstTickDeadline, TimeProvider time) : IDisposable
{
    /// <summary>How long a refused symbol is left alone.</summary>
    private static readonly TimeSpan _refusalRest = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _end = new();
    private readonly long _askedAt = time.GetTimestamp();
    private volatile bool _hasTicked;
    private volatile bool _isRefused;
    private volatile bool _isConnected;

    /// <summary>Ends it.</summary>
    public CancellationToken Cancellation => _end.Token;

    /// <summary>Whether its connection is open.</summary>
    public bool IsConnected => _isConnected;

    /// <summary>Whether it is to be asked for anew: it brought nothing in time, or it was refused
    /// and has rested.</summary>
    public bool IsFruitless => !_hasTicked
        && time.GetElapsedTime(_askedAt) >= (_isRefused ? _refusalRest : 2 * firstTickDeadline);

    /// <summary>A price came.</summary>
    public void Note() => (_hasTicked, _isConnected) = (true, true);

    /// <summary>The venue refused it.</summary>
    public void Refuse() => _isRefused = true;

    /// <summary>Its connection was opened or lost.</summary>
    public void SetConnected(bool isConnected) => _isConnected = isConnected;

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }
}
