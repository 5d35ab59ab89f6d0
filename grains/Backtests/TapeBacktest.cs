using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Tapes;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Strategies.Backtests;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains.Backtests;

/// <summary>Runs a candidate, and beside it the rule that it would follow, over a tape of one or
/// more pairs; reads the tape once.</summary>
public sealed class TapeBacktest
{
    private const int EventsBetweenLooks = 4096;

    private readonly SortedDictionary<string, Run> _runs = new(StringComparer.Ordinal);

    /// <summary>Adds a pair before the tape is read.</summary>
    /// <param name="terms">The pair's market.</param>
    /// <param name="candidate">The candidate's rule for the pair.</param>
    /// <param name="current">The rule that it is compared with; null for none.</param>
    public void Add(MarketTerms terms, IQuotingRule candidate, IQuotingRule? current) =>
        _runs.Add(
            terms.Spec.Id.ToString(),
            new Run(
                terms.Spec,
                new Backtest(terms, candidate),
                current is null ? null : new Backtest(terms, current)));

    /// <summary>Runs to the tape's end.</summary>
    /// <remarks>Computes for seconds: it gives the thread back now and then, and belongs away from
    /// a grain's turns.</remarks>
    /// <returns>How it went on each pair that the tape speaks of, by name.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="IOException">A file of the tape could not be opened.</exception>
    /// <exception cref="OverflowException">An amount passes 64 bits.</exception>
    public async Task<IReadOnlyList<ComparisonView>> RunAsync(
        VenueTape tape, CancellationToken cancellation)
    {
        var events = 0L;
        await foreach (var (pair, what) in tape.ReadAsync(cancellation))
        {
            if (++events % EventsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                await Task.Yield();
            }
            if (!_runs.TryGetValue(pair.ToString(), out var run))
                continue;
            run.HasBegun = true;
            run.Candidate.Take(what);
            run.Current?.Take(what);
        }
        return
        [
            .. _runs.Where(run => run.Value.HasBegun).Select(run => ComparisonView.Of(
                run.Key,
                run.Value.Candidate.Report().ToView(run.Value.Spec),
                run.Value.Current?.Report().ToView(run.Value.Spec))),
        ];
    }

    private sealed record Run(PairSpec Spec, Backtest Candidate, Backtest? Current)
    {
        public bool HasBegun { get; set; }
    }
}
