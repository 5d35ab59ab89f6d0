namespace MarketMaker.Feeds.Binance;

/// <summary>Where a <see cref="BinanceFeed"/> connects and when it gives a connection up.</summary>
public sealed record BinanceFeedOptions
{
    /// <summary>The venue without a path; <c>ws</c> or <c>wss</c>. The default serves market data
    /// alone and needs no key.</summary>
    public Uri Url { get; init; } = new("wss://data-stream.binance.vision");

    /// <summary>A connection that brings no frame for so long, while something is followed, is
    /// replaced; 50 ms to 1 min. A healthy symbol sends a depth frame every 100 ms, 300 ms at
    /// worst.</summary>
    public TimeSpan NoDataTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long opening a connection may take; 50 ms to 1 min.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection is replaced at this age; 1 s to 23 h 30 min. The venue cuts it at
    /// 24 h.</summary>
    public TimeSpan MaxConnectionAge { get; init; } = TimeSpan.FromHours(23);

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Validate()
    {
        if (Url is not { IsAbsoluteUri: true, Scheme: "ws" or "wss" })
            throw new ArgumentException($"{nameof(Url)} must be a ws or wss address, was '{Url}'.");
        var minute = TimeSpan.FromMinutes(1);
        var shortest = TimeSpan.FromMilliseconds(50);
        CheckRange(NoDataTimeout, shortest, minute, nameof(NoDataTimeout));
        CheckRange(ConnectTimeout, shortest, minute, nameof(ConnectTimeout));
        CheckRange(
            MaxConnectionAge, TimeSpan.FromSeconds(1), TimeSpan.FromHours(23.5),
            nameof(MaxConnectionAge));
    }

    private static void CheckRange(TimeSpan value, TimeSpan least, TimeSpan most, string name)
    {
        if (value < least || value > most)
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
    }
}
