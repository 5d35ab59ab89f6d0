namespace MarketMaker.Feeds.Simulated;

/// <summary>A price that behaves like a market's: pure, and the same for the same seed and steps.
/// </summary>
/// <remarks>
/// The logarithm of the price diffuses; the logarithm of its volatility returns to its mean
/// (Ornstein–Uhlenbeck, exact in the step); jumps come at random (Poisson; Merton 1976), nine of
/// ten small. The best prices change at random times too. The middle stays within a thousandth and
/// a thousandfold of the start, and at or above <see cref="LowestTicks"/>. Use by one thread at a
/// time.
/// </remarks>
public sealed class PriceProcess
{
    /// <summary>The lowest middle price, in ticks: it leaves room for the widest spread.</summary>
    public const long LowestTicks = 16;

    private const double LargeJumpShare = 0.1;
    private const double OneTickSpreadShare = 0.7;
    private const int WidestSpread = 5;
    private const int MostIdsPerChange = 8;
    private static readonly TimeSpan _year = TimeSpan.FromDays(365);

    private readonly PriceProcessOptions _options;
    private readonly Random _random;
    private readonly double _lowest;
    private readonly double _highest;
    private readonly double _meanLots;
    private double _logMiddle;
    private double _logVolatility;

    /// <summary>Begins at the start price.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public PriceProcess(PriceProcessOptions options, int seed)
    {
        options.Validate();
        _options = options;
        _random = new Random(seed);
        var start = (double)(options.StartPrice / options.TickSize);
        _lowest = Math.Log(Math.Max(LowestTicks, start / 1000));
        _highest = Math.Log(start * 1000);
        _meanLots = (double)(options.MeanSize / options.LotSize);
        _logMiddle = Math.Log(start);
        DrawBook();
    }

    /// <summary>The best prices now.</summary>
    public TopOfBook Top { get; private set; }

    /// <summary>Lets time pass.</summary>
    /// <param name="step">How much; more than 0, at most a minute.</param>
    /// <returns>Whether the best prices changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The step is outside its range.</exception>
    public bool Step(TimeSpan step)
    {
        if (step <= TimeSpan.Zero || step > TimeSpan.FromMinutes(1))
            throw new ArgumentOutOfRangeException(nameof(step), step, "Must be above 0, to 1 min.");
        StepVolatility(step);
        var jumped = Happens(_options.JumpsPerHour * step.TotalHours);
        var move = Diffusion(step) + (jumped ? Jump() : 0);
        _logMiddle = Math.Clamp(_logMiddle + move, _lowest, _highest);
        var quoted = Happens(_options.QuotesPerSecond * step.TotalSeconds);
        if (!jumped && !quoted)
            return false;
        DrawBook();
        return true;
    }

    private void StepVolatility(TimeSpan step)
    {
        var kept = Math.Exp(-Math.Log(2) * (step / _options.VolatilityHalfLife));
        var spread = _options.VolatilityOfVolatility * Math.Sqrt(1 - kept * kept);
        _logVolatility = _logVolatility * kept + spread * Normal();
    }

    private double Diffusion(TimeSpan step)
    {
        var years = step / _year;
        var volatility = _options.AnnualVolatility * Math.Exp(_logVolatility);
        return -volatility * volatility / 2 * years + volatility * Math.Sqrt(years) * Normal();
    }

    private double Jump()
    {
        var size = _random.NextDouble() < LargeJumpShare
            ? _options.LargeJump * (1 + _random.NextDouble())
            : _options.MeanJump * Exponential();
        return _random.NextDouble() < 0.5 ? size : -size;
    }

    private void DrawBook()
    {
        var spread = 1;
        while (spread < WidestSpread && _random.NextDouble() > OneTickSpreadShare)
            spread++;
        var bid = (long)Math.Round(Math.Exp(_logMiddle) - spread / 2.0);
        var id = Top.UpdateId + 1 + _random.Next(MostIdsPerChange);
        Top = new TopOfBook(id, bid, DrawLots(), bid + spread, DrawLots());
    }

    private long DrawLots() => 1 + (long)(_meanLots * Exponential());

    /// <summary>Whether something of this mean number within the step happens in it.</summary>
    private bool Happens(double mean) => _random.NextDouble() < 1 - Math.Exp(-mean);

    /// <summary>A draw of mean 1.</summary>
    private double Exponential() => -Math.Log(1 - _random.NextDouble());

    /// <summary>A draw of mean 0 and deviation 1 (Box and Muller 1958).</summary>
    private double Normal() =>
        Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
