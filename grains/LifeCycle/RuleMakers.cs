using System.Collections.Immutable;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.LifeCycle;

/// <summary>The makers of the pairs that use a rule, in the two phases of a swap: all make it
/// ready, then all exchange it.</summary>
internal sealed class RuleMakers(
    IGrainFactory grains, RuleContents contents, string name, ILogger logger)
{
    /// <summary>The first phase: each maker that a step concerns makes its version ready, beside
    /// its ticks.</summary>
    /// <returns>What is in the way.</returns>
    public async Task<IReadOnlyList<string>> Prepare(LifeStep trial)
    {
        var faults = await Task.WhenAll(trial.Changed.Select(async pair =>
        {
            try
            {
                return await Prepare(pair, trial.State);
            }
            catch (Exception error)
            {
                logger.LogError(error, "{Pair} could not prepare a version of {Rule}", pair, name);
                return $"{pair} could not prepare it: {error.Message}";
            }
        }));
        return [.. faults.OfType<string>()];
    }

    /// <summary>The second phase: each maker exchanges the rule between two of its ticks.</summary>
    /// <param name="pairs">Whose makers.</param>
    /// <param name="latest">What is stored: a maker is told the latest, not what was so when the
    /// telling began.</param>
    public Task Tell(ImmutableArray<string> pairs, Func<StrategyState> latest) =>
        Task.WhenAll(pairs.Select(async pair =>
        {
            try
            {
                var state = latest();
                var assignment = await AssignmentOf(pair, state, state.IsStrict);
                await grains.GetGrain<IPairMakerGrain>(pair).UseRule(name, assignment);
            }
            catch (Exception error)
            {
                // It is stored: that maker takes it when it wakes up next. The others must not
                // wait.
                logger.LogError(
                    error, "{Pair} did not take epoch {Epoch}", pair, latest().Epoch);
            }
        }));

    /// <summary>What a pair's maker quotes by, goes back to and has in its shadow.</summary>
    public async Task<RuleAssignment> AssignmentOf(
        string pair, StrategyState state, bool isStrict) =>
        new(
            state.Epoch,
            await contents.Find(state.RuleOn(pair), state),
            await contents.Find(state.FallbackOn(pair), state),
            await contents.Find(state.ShadowOn(pair), state),
            isStrict);

    private async Task<string?> Prepare(string pair, StrategyState state)
    {
        var maker = grains.GetGrain<IPairMakerGrain>(pair);
        string?[] versions =
            [state.RuleOn(pair), state.FallbackOn(pair), state.ShadowOn(pair)];
        foreach (var version in versions.Distinct())
        {
            if (await contents.Find(version, state) is not { } rule)
                continue;
            var errors = await maker.Prepare(rule);
            if (errors.Length > 0)
                return $"{pair}: {string.Join(" ", errors.Select(error => error.Message))}";
        }
        return null;
    }
}
