using System.Collections.Immutable;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.LifeCycle;
using MarketMaker.Grains.State;
using MarketMaker.Strategies.Compiler;
using MarketMaker.Strategies.Library;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IStrategyGrain"/>
/// <remarks>A shell around <see cref="StrategyLife"/>: what it decides is stored, then the makers
/// are told. Reentrant: while a rollout waits for the makers, one of them that is just waking up
/// must be able to ask for the rule.</remarks>
[Reentrant]
public sealed class StrategyGrain(
    [PersistentState("strategy")] IPersistentState<StrategyState> storage,
    RuleLibrary rules,
    IOptions<StrategyOptions> options,
    TimeProvider time,
    ILogger<StrategyGrain> logger)
    : Grain, IStrategyGrain, IDisposable
{
    private const int ShownFaults = 3;

    /// <summary>When a new activation tells the makers what is in force: an earlier one may have
    /// died between storing it and telling them.</summary>
    private static readonly TimeSpan _reminderDelay = TimeSpan.FromSeconds(1);

    private readonly StateWriter<StrategyState> _state = new(storage);
    private RuleContents _contents = null!;
    private RuleMakers _makers = null!;
    private RuleAudit _audit = null!;

    private string Name => this.GetPrimaryKeyString();

    private Instant Now => Instant.From(time.GetUtcNow());

    private StrategyState State => _state.State;

    private IBadVersionsGrain Bad =>
        GrainFactory.GetGrain<IBadVersionsGrain>(IBadVersionsGrain.Key);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _contents = new RuleContents(GrainFactory, Name);
        _makers = new RuleMakers(GrainFactory, _contents, Name, logger);
        _audit = new RuleAudit(GrainFactory, Name, _state);
        await TakeOver();
        await Ship();
        if (State.Pairs.Count == 0 || State.Epoch == 0)
            return;
        this.RegisterGrainTimer(
            () => Tell([.. State.Pairs]),
            new GrainTimerCreationOptions(_reminderDelay, Timeout.InfiniteTimeSpan)
            {
                Interleave = true,
            });
    }

    /// <inheritdoc/>
    public Task<StrategyVersion?> Get() => _contents.Find(State.Active, State);

    /// <inheritdoc/>
    public ValueTask<StrategyView?> GetView() =>
        new(State.Versions.IsEmpty ? null : State.ToView(Name));

    /// <inheritdoc/>
    public ValueTask<StrategyVersionView[]> GetVersions() =>
        new([
            .. State.Versions.Reverse().Select(entry => new StrategyVersionView(
                entry.Version,
                State.StatusOf(entry),
                entry.UploadedAt,
                entry.UploadedBy,
                entry.Reason,
                entry.Ships,
                entry.BadBecause)),
        ]);

    /// <inheritdoc/>
    public Task<StrategyAuditEntry[]> GetAudit(long before) => _audit.Read(before);

    /// <inheritdoc/>
    public async Task<StrategyReply> Upload(StrategyUpload upload)
    {
        var version = RuleCompiler.VersionOf(upload.Source);
        if (await Bad.Find(version) is { } reason)
        {
            return new StrategyReply(
                false, version, [], VersionStatus.Bad, StrategyRefusal.Bad,
                $"The version {version} was rolled back and may not return: {reason}");
        }
        var prepared = await rules.PrepareAsync(Name, upload.Source, CancellationToken.None);
        var diagnostics = Diagnostics.Translate(prepared.Compilation);
        await _contents.Of(version).Store(
            new StrategyContent(upload.Source, prepared.Stored?.ToBytes() ?? [], diagnostics));
        var (by, why) = (upload.Act.Operator, upload.Act.Reason);
        var entry = new VersionEntry(version, prepared.IsReady, Now, by, why, false, null);
        var step = await Take(
            state => StrategyLife.Upload(state, entry, options.Value.NeedsApproval));
        if (step.Refusal == StrategyRefusal.None)
            await GrainFactory.GetGrain<IDirectoryGrain>(IDirectoryGrain.Strategies).Add(Name);
        return new StrategyReply(
            prepared.IsReady, version, diagnostics, StatusOf(version), step.Refusal, step.Detail);
    }

    /// <inheritdoc/>
    public async Task<StrategyReply> Check(string source)
    {
        var prepared = await rules.PrepareAsync(Name, source, CancellationToken.None);
        var version = prepared.Compilation.Version;
        var reason = await Bad.Find(version);
        var status = reason is not null ? VersionStatus.Bad
            : prepared.IsReady ? VersionStatus.Accepted
            : VersionStatus.Rejected;
        return new StrategyReply(
            prepared.IsReady, version, Diagnostics.Translate(prepared.Compilation), status,
            reason is null ? StrategyRefusal.None : StrategyRefusal.Bad, reason ?? "");
    }

    /// <inheritdoc/>
    public async Task<StrategyOutcome> Activate(RolloutRequest request)
    {
        var bad = await Bad.Find(request.Version);
        return await TakeInTwoPhases(
            state => StrategyLife.Ask(
                state, request, bad, options.Value.NeedsApproval, Now),
            isUrgent: false);
    }

    /// <inheritdoc/>
    public async Task<StrategyOutcome> Approve(string version, StrategyAct act)
    {
        var bad = await Bad.Find(version);
        return await TakeInTwoPhases(
            state => StrategyLife.Approve(state, version, act, bad, Now), isUrgent: false);
    }

    /// <inheritdoc/>
    public async Task<StrategyOutcome> RollBack(RollbackRequest request)
    {
        var bad = request.Version is null ? null : await Bad.Find(request.Version);
        return await TakeInTwoPhases(
            state => StrategyLife.RollBack(state, request, bad, Now), isUrgent: true);
    }

    /// <inheritdoc/>
    public async Task<StrategyOutcome> Backtest(string version, string pair, StrategyAct act)
    {
        var trial = StrategyLife.Try(State, version, pair, act, Now);
        if (trial.Refusal != StrategyRefusal.None)
            return new StrategyOutcome(trial.Refusal, trial.Detail, false, State.ToView(Name));
        var keeper = _contents.Of(version);
        var before = await keeper.GetBacktest();
        // What is kept as running is there before the report can be.
        await keeper.KeepBacktest(
            new BacktestView(pair, BacktestStatus.Running, Now, null, null, null));
        var refusal = await GrainFactory.GetGrain<IPairMakerGrain>(pair)
            .Backtest((await _contents.Find(version, State))!);
        if (refusal is not null)
        {
            await keeper.KeepBacktest(before ?? new BacktestView(
                pair, BacktestStatus.Failed, Now, Now, null, refusal));
            return new StrategyOutcome(
                StrategyRefusal.NothingRecorded, refusal, false, State.ToView(Name));
        }
        await Take(state => StrategyLife.Try(state, version, pair, act, Now));
        return new StrategyOutcome(StrategyRefusal.None, "", false, State.ToView(Name));
    }

    /// <inheritdoc/>
    public async Task<ShadowView[]> GetShadows(string version)
    {
        if (State.Shadow is not { } shadow || shadow.Version != version)
            return await _contents.Of(version).GetShadows();
        var views = await Task.WhenAll(shadow.Pairs.Select(pair =>
            GrainFactory.GetGrain<IPairMakerGrain>(pair).GetShadow().AsTask()));
        return [.. views.OfType<ShadowView>().Where(view => view.Version == version)];
    }

    /// <inheritdoc/>
    public Task<StrategyOutcome> EndShadow(string version, StrategyAct act) =>
        TakeInTwoPhases(
            state => StrategyLife.EndShadow(state, version, act, Now), isUrgent: true);

    /// <inheritdoc/>
    public Task Fail(RuleFailure failure) =>
        TakeInTwoPhases(state => StrategyLife.Fail(state, failure, Now), isUrgent: true);

    /// <inheritdoc/>
    public async Task<RuleAssignment?> Follow(string pair)
    {
        if (State.Active is null)
            return null;
        await _state.Write(state => StrategyLife.Follow(state, pair));
        return await _makers.AssignmentOf(pair, State, isStrict: false);
    }

    /// <inheritdoc/>
    public Task Note(string pair, string what, StrategyAct act) =>
        Take(state => StrategyLife.Configure(state, pair, what, act, Now));

    /// <inheritdoc/>
    public Task Unfollow(string pair) =>
        _state.Write(state => StrategyLife.Unfollow(state, pair));

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    /// <summary>What an earlier program kept becomes the first uploaded version.</summary>
    private async Task TakeOver()
    {
        if (State.Uploaded is not { } uploaded)
            return;
        await _contents.Of(uploaded.Version).Store(new StrategyContent(uploaded.Source, [], []));
        var entry = new VersionEntry(
            uploaded.Version, true, uploaded.UploadedAt, StrategyAct.Unknown, "", false, null);
        await Take(state => StrategyLife.Upload(
            state with { Uploaded = null }, entry, needsApproval: false));
    }

    private async Task Ship()
    {
        if (!BuiltInScripts.Sources.TryGetValue(Name, out var source))
            return;
        var version = RuleCompiler.VersionOf(source);
        if (State.Find(version) is not null)
            return;
        await _contents.Of(version).Store(new StrategyContent(source, [], []));
        await Take(state => StrategyLife.Ship(state, version, Now));
    }

    /// <summary>Makes what a step puts in force ready everywhere, then takes it.</summary>
    /// <param name="decide">The step.</param>
    /// <param name="isUrgent">Whether it is taken although some pair is not ready: going back must
    /// not wait for a silo that does not answer.</param>
    private async Task<StrategyOutcome> TakeInTwoPhases(
        Func<StrategyState, LifeStep> decide, bool isUrgent)
    {
        var trial = decide(State);
        var faults = await _makers.Prepare(trial);
        if (faults.Count > 0 && !isUrgent)
        {
            var shown = string.Join(" ", faults.Take(ShownFaults));
            return new StrategyOutcome(
                StrategyRefusal.NotPrepared,
                $"{faults.Count} pairs are not ready, and nothing has changed. {shown}",
                false, State.ToView(Name));
        }
        var step = await Take(decide);
        return new StrategyOutcome(
            step.Refusal, step.Detail, step.AwaitsApproval, State.ToView(Name));
    }

    /// <summary>Takes a step: stores it, then tells everyone whom it concerns.</summary>
    private async Task<LifeStep> Take(Func<StrategyState, LifeStep> decide)
    {
        var step = await _state.Write(state =>
        {
            var decided = decide(state);
            return (decided.State, decided);
        });
        await Tell(step.Changed);
        foreach (var version in step.Condemned)
            await Bad.Add(version.Version, $"{Name}: {version.BadBecause}");
        foreach (var version in step.Forgotten)
            await _contents.Of(version).Forget();
        _contents.ForgetTheUnused(State);
        await Archive();
        if (step.State.Audit is [.., var line] && step.Refusal == StrategyRefusal.None)
        {
            logger.LogInformation(
                "Rule {Rule}: {Who} {What} {Version} on {Pairs} pairs: {Why}",
                Name, line.Who, line.What, line.Version,
                line.Pairs.Length == 0 ? State.Pairs.Count : line.Pairs.Length, line.Why);
        }
        return step;
    }

    private async Task Archive()
    {
        try
        {
            await _audit.Archive();
        }
        catch (Exception error)
        {
            // The step is stored, with its line. The next one tries again.
            logger.LogError(error, "{Rule}'s earlier audit could not be archived", Name);
        }
    }

    private Task Tell(ImmutableArray<string> pairs) => _makers.Tell(pairs, () => State);

    private VersionStatus StatusOf(string version) =>
        State.Find(version) is { } entry ? State.StatusOf(entry) : VersionStatus.Rejected;
}
