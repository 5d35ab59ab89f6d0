using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Grains.State;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Library;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IStrategyGrain"/>
/// <remarks>Reentrant: while an upload waits for the makers to swap, a maker that is just waking
/// up must be able to ask for the rule.</remarks>
[Reentrant]
public sealed class StrategyGrain(
    [PersistentState("strategy")] IPersistentState<StrategyState> storage,
    RuleLibrary rules,
    TimeProvider time,
    ILogger<StrategyGrain> logger)
    : Grain, IStrategyGrain
{
    private string Name => this.GetPrimaryKeyString();

    /// <inheritdoc/>
    public ValueTask<StrategyVersion?> Get() => new(Current());

    /// <inheritdoc/>
    public async Task<StrategyReply> Put(string source)
    {
        var prepared = await rules.PrepareAsync(Name, source, CancellationToken.None);
        var compilation = prepared.Compilation;
        if (!prepared.IsReady)
            return new StrategyReply(false, compilation.Version, Translate(compilation));
        var uploaded = new StrategyVersion(
            Name, compilation.Version, source, Instant.From(time.GetUtcNow()));
        storage.State = storage.State with { Uploaded = uploaded };
        await storage.WriteStateAsync();
        await GrainFactory.GetGrain<IDirectoryGrain>(IDirectoryGrain.Strategies).Add(Name);
        await Task.WhenAll(storage.State.Pairs.Select(pair => Swap(pair, uploaded)));
        logger.LogInformation(
            "Rule {Name} is now {Version}, in force on {Pairs} pairs",
            Name, uploaded.Version, storage.State.Pairs.Count);
        return new StrategyReply(true, compilation.Version, Translate(compilation));
    }

    /// <inheritdoc/>
    public async Task<StrategyVersion?> Follow(string pair)
    {
        var current = Current();
        if (current is null || storage.State.Pairs.Contains(pair))
            return current;
        storage.State = storage.State with { Pairs = storage.State.Pairs.Add(pair) };
        await storage.WriteStateAsync();
        return Current();
    }

    /// <inheritdoc/>
    public async Task Unfollow(string pair)
    {
        if (!storage.State.Pairs.Contains(pair))
            return;
        storage.State = storage.State with { Pairs = storage.State.Pairs.Remove(pair) };
        await storage.WriteStateAsync();
    }

    private async Task Swap(string pair, StrategyVersion version)
    {
        try
        {
            await GrainFactory.GetGrain<IPairMakerGrain>(pair).UseRule(version);
        }
        catch (Exception error)
        {
            // The version is stored: that maker takes it when it wakes up next. The others must
            // not wait for it.
            logger.LogError(error, "{Pair} did not take {Version}", pair, version.Version);
        }
    }

    private StrategyVersion? Current() =>
        storage.State.Uploaded
        ?? (BuiltInScripts.Sources.TryGetValue(Name, out var source)
            ? new StrategyVersion(Name, RuleCompiler.VersionOf(source), source, default)
            : null);

    private static IReadOnlyList<StrategyDiagnostic> Translate(RuleCompilation compilation) =>
    [
        .. compilation.Diagnostics.Select(found => new StrategyDiagnostic(
            found.Id,
            found.Severity == RuleSeverity.Error ? "error" : "warning",
            found.Message,
            found.Line,
            found.Column,
            found.EndLine,
            found.EndColumn)),
    ];
}
