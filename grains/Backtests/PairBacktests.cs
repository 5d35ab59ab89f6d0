using MarketMaker.Engine.Units;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Recording;
using MarketMaker.Feeds.Tapes;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.Rules;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.Backtests;

/// <summary>Runs backtests on what this silo has recorded of its pairs: one at a time, away from
/// the grains' turns.</summary>
public sealed class PairBacktests(
    RuleLibrary library,
    IPairTapes tapes,
    IGrainFactory grains,
    TimeProvider time,
    ILogger<PairBacktests> logger) : IDisposable
{
    /// <summary>The longest that one may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Begins a backtest, whose report goes to the version's grain.</summary>
    /// <returns>Why it does not; null when it does.</returns>
    public string? Begin(
        PairListing listing,
        PairConfiguration configuration,
        StrategyVersion candidate,
        StrategyVersion current)
    {
        if (tapes.Find(listing.Spec.Id) is null)
        {
            return $"Nothing is recorded of {listing.Spec.Id} on its silo yet; is the recording "
                + "turned on?";
        }
        _ = Task.Run(() => RunAsync(listing, configuration, candidate, current));
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task RunAsync(
        PairListing listing,
        PairConfiguration configuration,
        StrategyVersion candidate,
        StrategyVersion current)
    {
        var keeper = grains.GetGrain<IStrategyVersionGrain>(
            IStrategyVersionGrain.KeyOf(candidate.Name, candidate.Version));
        var pair = listing.Spec.Id.ToString();
        var startedAt = Instant.From(time.GetUtcNow());
        try
        {
            await _turn.WaitAsync();
            try
            {
                using var patience = new CancellationTokenSource(Longest, time);
                var (comparison, remark) = await CompareAsync(
                    listing, configuration, candidate, current, patience.Token);
                var status = comparison is null ? BacktestStatus.Failed : BacktestStatus.Done;
                await keeper.KeepBacktest(new BacktestView(
                    pair, status, startedAt, Instant.From(time.GetUtcNow()), comparison, remark));
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception error)
        {
            logger.LogError(error, "The backtest of {Rule} on {Pair} failed", candidate.Name, pair);
            await Fail(keeper, pair, startedAt, error.Message);
        }
    }

    private async Task<(ComparisonView? Comparison, string? Remark)> CompareAsync(
        PairListing listing,
        PairConfiguration configuration,
        StrategyVersion candidate,
        StrategyVersion current,
        CancellationToken cancellation)
    {
        var instruments = listing.ToInstruments();
        if (await LookAsync(listing.Spec.Id, instruments, cancellation) is not { } sources)
            return (null, "The recording is gone.");
        if (sources.Of(listing.ToMarketTerms(configuration)) is not { } terms)
            return (null, "The recording has no price of the pair.");
        await using var window = await tapes.OpenAsync(listing.Spec.Id, cancellation);
        if (window is null)
            return (null, "The recording is gone.");
        var backtest = new TapeBacktest();
        backtest.Add(
            terms,
            await MakeAsync(candidate, configuration, cancellation),
            current.Version.Length == 0
                ? null
                : await MakeAsync(current, configuration, cancellation));
        var tape = new VenueTape(window, instruments);
        var comparisons = await backtest.RunAsync(tape, cancellation);
        var remarks = new[] { sources.Missing(listing), tape.Reading.EndedEarly?.ToString() };
        var remark = string.Join(' ', remarks.OfType<string>());
        return comparisons.Count == 0
            ? (null, "The recording has no price of the pair any more.")
            : (comparisons[0], remark.Length == 0 ? null : remark);
    }

    /// <summary>Looks which sources are in the window, which can be read only once.</summary>
    private async Task<TapeSources?> LookAsync(
        PairId pair, Instrument[] instruments, CancellationToken cancellation)
    {
        await using var window = await tapes.OpenAsync(pair, cancellation);
        return window is null
            ? null
            : await TapeSources.OfAsync(new VenueTape(window, instruments), cancellation);
    }

    private async Task<IQuotingRule> MakeAsync(
        StrategyVersion version, PairConfiguration configuration, CancellationToken cancellation)
    {
        var prepared = await library.LoadAsync(version, cancellation);
        var rule = prepared.CreateRule();
        ParameterValues.Apply(rule, configuration.Parameters);
        return rule;
    }

    private async Task Fail(
        IStrategyVersionGrain keeper, string pair, Instant startedAt, string reason)
    {
        try
        {
            await keeper.KeepBacktest(new BacktestView(
                pair, BacktestStatus.Failed, startedAt, Instant.From(time.GetUtcNow()), null,
                reason));
        }
        catch (Exception error)
        {
            logger.LogError(error, "The end of a backtest on {Pair} could not be kept", pair);
        }
    }
}
