namespace MarketMaker.Feeds.Simulated;

/// <summary>How a <see cref="SimulatedVenue"/> behaves.</summary>
public sealed record SimulatedVenueOptions
{
    /// <summary>The TCP port on the loopback address; 0 to 65535, 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The most frames that wait for one connection; 1 to 65536.</summary>
    public int QueueLength { get; init; } = 1024;

    /// <summary>A connection whose queue stays full for so long is cut, as OKX with the close code
    /// 4005 if the client still reads; 10 ms to 1 min.</summary>
    public TimeSpan SlowReaderTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>As OKX: a connection on which nothing was sent for so long, answers to pings
    /// included, is closed with the code 4004; 10 ms to 10 min.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Streams that are answered with an error; none by default. Like Binance, the venue
    /// acknowledges any other name, known or not.</summary>
    public Predicate<string> Refuses { get; init; } = _ => false;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Check(Port, 0, 65_535, nameof(Port));
        Check(QueueLength, 1, 65_536, nameof(QueueLength));
        Check(
            SlowReaderTimeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1),
            nameof(SlowReaderTimeout));
        Check(
            IdleTimeout, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(10),
            nameof(IdleTimeout));
    }

    private static void Check<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
    }
}
