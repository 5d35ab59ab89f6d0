namespace MarketMaker.Feeds.Lines;

/// <summary>Where a venue's feed connects, and when it gives a connection or a symbol up.</summary>
public abstract record VenueFeedOptions
{
    /// <summary>The most silos that may share an address and still have an attempt for each of
    /// their two lines.</summary>
    public const int MaxSilos = 100;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(50);

    /// <summary>The venue without a path; <c>ws</c> or <c>wss</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>How many lines bring the same at once; 1 to 4. With two, one that fails leaves no
    /// gap.</summary>
    public int Lines { get; init; } = 2;

    /// <summary>How long after the first the second line is opened, and so on; 0 to 1 h. They are
    /// not to be of one age.</summary>
    public TimeSpan Stagger { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A connection that has brought data and brings none for so long is replaced; 50 ms
    /// to 1 min.</summary>
    public TimeSpan NoDataTimeout { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>How long opening a connection may take; 50 ms to 1 min.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A connection is replaced at this age; 1 s to 23 h 30 min.</summary>
    public TimeSpan MaxConnectionAge { get; init; } = TimeSpan.FromHours(23);

    /// <summary>How long a successor may take to bring every symbol before the connection that it
    /// replaces is closed all the same; 50 ms to 1 min.</summary>
    public TimeSpan SuccessionPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A symbol that brings no first price for so long after it was asked for is off; 50
    /// ms to 1 min.</summary>
    public TimeSpan FirstTickDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A symbol that says nothing for so long, while its line lives, is silent; 50 ms to
    /// 10 min.</summary>
    public required TimeSpan SymbolSilence { get; init; }

    /// <summary>A symbol that was lively for a minute is silent sooner: after ten times its longest
    /// pause of late, though not before this, nor after <see cref="SymbolSilence"/>. 50 ms to 10
    /// min.</summary>
    public TimeSpan LivelySilence { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A symbol whose frames come later than this is lagging, though they come; until
    /// they are half as late. 50 ms to 1 min.</summary>
    public TimeSpan MaxLag { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The most connections that are asked for within
    /// <see cref="AttemptWindow"/>, by all lines of the process; 1 to 300.</summary>
    public required int Attempts { get; init; }

    /// <summary>The span of <see cref="Attempts"/>; 50 ms to 1 h.</summary>
    public required TimeSpan AttemptWindow { get; init; }

    /// <summary>Whether trades are asked for, too: nothing is made of them but a recording.
    /// </summary>
    public bool WithTrades { get; init; }

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Validate()
    {
        if (Url is not { IsAbsoluteUri: true, Scheme: "ws" or "wss" })
            throw new ArgumentException($"{nameof(Url)} must be a ws or wss address, was '{Url}'.");
        Check(Lines, 1, 4, nameof(Lines));
        Check(Attempts, 1, 300, nameof(Attempts));
        Check(Stagger, TimeSpan.Zero, TimeSpan.FromHours(1), nameof(Stagger));
        Check(NoDataTimeout, _shortest, _minute, nameof(NoDataTimeout));
        Check(ConnectTimeout, _shortest, _minute, nameof(ConnectTimeout));
        Check(
            MaxConnectionAge, TimeSpan.FromSeconds(1), TimeSpan.FromHours(23.5),
            nameof(MaxConnectionAge));
        Check(SuccessionPatience, _shortest, _minute, nameof(SuccessionPatience));
        Check(FirstTickDeadline, _shortest, _minute, nameof(FirstTickDeadline));
        Check(SymbolSilence, _shortest, TimeSpan.FromMinutes(10), nameof(SymbolSilence));
        Check(LivelySilence, _shortest, TimeSpan.FromMinutes(10), nameof(LivelySilence));
        Check(MaxLag, _shortest, _minute, nameof(MaxLag));
        Check(AttemptWindow, _shortest, TimeSpan.FromHours(1), nameof(AttemptWindow));
    }

    private static void Check<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
    }
}
