namespace MarketMaker.Feeds.Simulated;

/// <summary>How a simulated price moves. The defaults resemble a large pair on a lively day.
/// </summary>
public sealed record PriceProcessOptions
{
    /// <summary>The venue's name of the pair, in upper case.</summary>
    public required string Symbol { get; init; }

    /// <summary>OKX's name of the pair, such as <c>BTC-USDT</c>; null if it is not traded there.
    /// </summary>
    public string? OkxSymbol { get; init; }

    /// <summary>The first middle price, in the quote asset; 100 ticks to 10¹² ticks.</summary>
    public required decimal StartPrice { get; init; }

    /// <summary>The price step, in the quote asset; at most 8 decimals.</summary>
    public required decimal TickSize { get; init; }

    /// <summary>The quantity step, in the base asset; at most 8 decimals.</summary>
    public required decimal LotSize { get; init; }

    /// <summary>The mean quantity at a best price, in the base asset; 1 lot to 10⁹ lots.</summary>
    public required decimal MeanSize { get; init; }

    /// <summary>The long-run volatility a year, as a fraction; 0 to 5. 0.6 is 60 %.</summary>
    public double AnnualVolatility { get; init; } = 0.6;

    /// <summary>The standard deviation of the volatility's logarithm; 0 to 2.</summary>
    public double VolatilityOfVolatility { get; init; } = 0.5;

    /// <summary>How fast the volatility returns to its mean; 1 s to 1 day.</summary>
    public TimeSpan VolatilityHalfLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The mean number of jumps an hour; 0 to 10 000. One in ten is large.</summary>
    public double JumpsPerHour { get; init; } = 90;

    /// <summary>The mean of an ordinary jump, as a fraction; 0 to 0.1.</summary>
    public double MeanJump { get; init; } = 0.0008;

    /// <summary>The least of a large jump, as a fraction; it is up to twice as large; 0 to 0.1.
    /// </summary>
    public double LargeJump { get; init; } = 0.006;

    /// <summary>The mean number of changes of the best prices a second; above 0, at most 1000.
    /// </summary>
    public double QuotesPerSecond { get; init; } = 15;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Check(TickSize, 0.000_000_01m, 1_000_000m, nameof(TickSize));
        Check(LotSize, 0.000_000_01m, 1_000_000m, nameof(LotSize));
        Check(StartPrice, TickSize * 100, TickSize * 1_000_000_000_000m, nameof(StartPrice));
        Check(MeanSize, LotSize, LotSize * 1_000_000_000m, nameof(MeanSize));
        Check(AnnualVolatility, 0, 5, nameof(AnnualVolatility));
        Check(VolatilityOfVolatility, 0, 2, nameof(VolatilityOfVolatility));
        Check(
            VolatilityHalfLife, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1),
            nameof(VolatilityHalfLife));
        Check(JumpsPerHour, 0, 10_000, nameof(JumpsPerHour));
        Check(MeanJump, 0, 0.1, nameof(MeanJump));
        Check(LargeJump, 0, 0.1, nameof(LargeJump));
        Check(QuotesPerSecond, 0.001, 1000, nameof(QuotesPerSecond));
    }

    private static void Check<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
    }
}
