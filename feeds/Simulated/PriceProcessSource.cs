namespace MarketMaker.Feeds.Simulated;

/// <summary>Serves simulated prices: book tickers and trades at random times, and a depth frame
/// every 100 ms.</summary>
/// <remarks>The prices depend on the seed alone; the clock only decides when they are told.
/// </remarks>
public sealed class PriceProcessSource : IVenueSource
{
    private static readonly TimeSpan _step = TimeSpan.FromMilliseconds(10);

    private const int StepsPerDepth = 10;

    /// <summary>OKX repeats an idle symbol about every 60 s.</summary>
    private const int StepsPerRepeat = 6_000;

    /// <summary>After a pause of the process the market goes on from where it stood, instead of
    /// telling all that was missed.</summary>
    private const int MaxStepsAtOnce = 100;

    private readonly SimulatedSymbol[] _symbols;
    private readonly TimeProvider _time;

    /// <summary>Prepares the prices.</summary>
    /// <param name="symbols">The symbols; 1 to 500.</param>
    /// <param name="seed">The seed of all of them.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range, or there are
    /// too few or too many symbols.</exception>
    public PriceProcessSource(
        IReadOnlyList<PriceProcessOptions> symbols, int seed, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfZero(symbols.Count, nameof(symbols));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(symbols.Count, 500, nameof(symbols));
        var seeds = new Random(seed);
        _symbols = [.. symbols.Select(x => new SimulatedSymbol(x, seeds.Next()))];
        _time = time;
    }

    /// <inheritdoc/>
    public async Task RunAsync(IVenueAudience audience, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(_step, _time);
        var startedAt = _time.GetTimestamp();
        var taken = 0L;
        var skipped = 0L;
        while (await timer.WaitForNextTickAsync(stopping))
        {
            var due = (long)(_time.GetElapsedTime(startedAt) / _step) - skipped;
            skipped += Math.Max(0, due - taken - MaxStepsAtOnce);
            due = Math.Min(due, taken + MaxStepsAtOnce);
            while (taken < due)
                await StepAsync(audience, ++taken, stopping);
        }
    }

    private async Task StepAsync(
        IVenueAudience audience, long number, CancellationToken stopping)
    {
        foreach (var symbol in _symbols)
        {
            var hasChanged = symbol.Step(_step);
            if (hasChanged)
            {
                await audience.PublishAsync(symbol.BookTicker(), stopping);
                if (symbol.Trade(_time.GetUtcNow()) is { } trade)
                    await audience.PublishAsync(trade, stopping);
            }
            var isTold = hasChanged || number % StepsPerRepeat == 1;
            if (isTold && symbol.Bbo(_time.GetUtcNow()) is { } bbo)
                await audience.PublishAsync(bbo, stopping);
            if (number % StepsPerDepth == 0)
                await audience.PublishAsync(symbol.Depth(_time.GetUtcNow()), stopping);
        }
    }
}
