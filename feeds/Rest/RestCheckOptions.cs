namespace MarketMaker.Feeds.Rest;

/// <summary>How a venue's socket is checked against its REST answers.</summary>
public sealed record RestCheckOptions
{
    /// <summary>Where the venue answers, <c>http</c> or <c>https</c>, without a path.</summary>
    public required Uri Url { get; init; }

    /// <summary>How often prices are compared; 1 s to 10 min.</summary>
    public TimeSpan PriceInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the list of instruments is read; 10 s to 1 day. A symbol that is new here
    /// is looked up at once.</summary>
    public TimeSpan ListInterval { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How far the two middle prices may be apart, in basis points; 1 to 1000. More than
    /// prices move in the second that a request takes.</summary>
    public int MaxDifferenceBps { get; init; } = 50;

    /// <summary>How many comparisons in a row must be further apart before the source is disputed;
    /// 1 to 100.</summary>
    public int Patience { get; init; } = 3;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Validate()
    {
        if (Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
            throw new ArgumentException($"{nameof(Url)} must be http or https, was '{Url}'.");
        Check(
            PriceInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10),
            nameof(PriceInterval));
        Check(ListInterval, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1), nameof(ListInterval));
        Check(MaxDifferenceBps, 1, 1000, nameof(MaxDifferenceBps));
        Check(Patience, 1, 100, nameof(Patience));
    }

    private static void Check<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
    }
}
