using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.State;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains.Rules;

/// <summary>Which quoting rule a maker uses, what it goes back to, what it has made ready, and what
/// it still has to tell of it. Used from the maker's own turns only.</summary>
/// <remarks>Everything that may wait happens before or after the exchange of a rule; the exchange
/// itself is a few assignments between two ticks.</remarks>
internal sealed class MakerRules(RuleLibrary library, IGrainFactory grains, string pair)
{
    /// <summary>How many versions are kept ready: those of a rollout and of one that was given up.
    /// </summary>
    private const int MaxReady = 4;

    private static readonly IReadOnlyDictionary<string, decimal> _none =
        new Dictionary<string, decimal>();

    private readonly List<LiveRule> _ready = [];
    private readonly Queue<(string Strategy, RuleFailure Failure)> _failures = [];
    private readonly HashSet<string> _left = [];
    private IReadOnlyDictionary<string, decimal> _parameters = _none;
    private PairMaker _maker = null!;
    private LiveRule _current = null!;
    private LiveRule? _fallback;
    private FormerRule? _former;
    private TrialState? _trial;
    private bool _isTelling;

    /// <summary>The version in force.</summary>
    public StrategyVersion Current => _current.Version;

    /// <summary>What runs in its shadow; null if nothing does.</summary>
    public StrategyVersion? Shadow { get; private set; }

    /// <summary>The rule's epoch, as last heard.</summary>
    public long Epoch { get; private set; }

    /// <summary>Why the maker last went back by itself; null if it did not.</summary>
    public string? LastRollback { get; private set; }

    /// <summary>Whether somebody must still hear of what the maker did by itself.</summary>
    public bool HasNews => _failures.Count > 0 || _left.Count > 0;

    private IQuotingRule? Fallback => _fallback?.Rule ?? _former?.Live.Rule;

    /// <summary>Begins with what is configured and stored.</summary>
    /// <returns>The rule to make the maker with, before <see cref="Attach"/>.</returns>
    /// <exception cref="InvalidOperationException">There is no such rule, and none before it.
    /// </exception>
    public async Task<IQuotingRule> Begin(
        PairConfiguration configuration, PairMakerState state, CancellationToken cancellation)
    {
        var name = configuration.Strategy;
        var assignment = await Strategy(name).Follow(pair);
        if (state.Before is { } before && before.Strategy != name)
            _former = await Recall(before, cancellation);
        if (assignment?.Rule is not { } version)
            return BeginWithFormer(name);
        _current = await Load(version, cancellation);
        _parameters = configuration.Parameters;
        ParameterValues.Apply(_current.Rule, _parameters);
        Cells.Restore(_current.Rule, state.Cells);
        (Epoch, Shadow) = (assignment.Epoch, assignment.Shadow);
        // A version that came into force while the maker slept begins here.
        var goesOn = state.Version == version.Version;
        _trial = goesOn ? state.Trial : null;
        if (assignment.Fallback is { } fallback)
        {
            _fallback = await Load(fallback, cancellation);
            ParameterValues.Apply(_fallback.Rule, _parameters);
            Cells.Restore(_fallback.Rule, goesOn ? state.CellsBefore : state.Cells);
        }
        return _current.Rule;
    }

    /// <summary>Gives the maker its fallback, and the trial that an earlier life has begun.
    /// </summary>
    public void Attach(PairMaker maker)
    {
        _maker = maker;
        _maker.Swap(_current.Rule, Fallback);
        if (_trial is { } trial)
            _maker.Trial = new VersionTrial(trial.Position, trial.Best);
    }

    /// <summary>What is configured and must survive, put into the state.</summary>
    public PairMakerState Store(PairMakerState state) =>
        state with
        {
            Configuration = state.Configuration! with
            {
                Strategy = Current.Name,
                Parameters = _parameters,
            },
            Version = Current.Version,
            Trial = SaveTrial(),
            Cells = Cells.Save(_current.Rule),
            CellsBefore = Cells.Save(_fallback?.Rule),
            Before = _former is { } former
                ? new RuleChoice(former.Live.Version.Name, former.Parameters)
                : null,
        };

    /// <summary>What the rule remembers now.</summary>
    public CellState[] SaveCells() => Cells.Save(_current.Rule);

    /// <summary>How its trial stands now.</summary>
    public TrialState? SaveTrial() =>
        _maker is null ? _trial : new TrialState(_maker.Trial.Position, _maker.Trial.Best);

    /// <summary>The rule, for people.</summary>
    public PairRuleView Show() =>
        new(
            Current.Name,
            Current.Version,
            (_fallback ?? _former?.Live)?.Version is { } back
                ? $"{back.Name} {back.Version}"
                : null,
            Epoch,
            ParameterValues.Show(_current.Rule),
            LastRollback);

    /// <summary>Makes a version ready.</summary>
    /// <returns>Everything that is in the way.</returns>
    public async Task<FieldError[]> Prepare(StrategyVersion version)
    {
        if (Known(version) is not null)
            return [];
        var prepared = await library.LoadAsync(version, CancellationToken.None);
        if (!prepared.IsReady)
        {
            return
            [
                new FieldError(
                    "version",
                    $"version {version.Version} cannot be loaded: "
                        + string.Join(" ", prepared.Compilation.Diagnostics)),
            ];
        }
        var live = new LiveRule(version, prepared.CreateRule());
        if (version.Name == Current.Name)
        {
            var errors = ParameterValues.Check(live.Rule, _parameters, _parameters);
            if (errors.Length > 0)
                return errors;
        }
        Keep(live);
        return [];
    }

    /// <summary>Exchanges the rule, or what it goes back to, or its shadow, if that is news.
    /// </summary>
    public async Task<bool> Use(string name, RuleAssignment assignment)
    {
        if (!IsNews(name, assignment))
            return false;
        var rule = await Find(assignment.Rule);
        var fallback = await Find(assignment.Fallback);
        // Ticks and other exchanges went on meanwhile: the latest epoch wins.
        if (!IsNews(name, assignment))
            return false;
        (Epoch, Shadow) = (assignment.Epoch, assignment.Shadow);
        if (rule is not null)
            Exchange(rule, fallback, assignment.Strict);
        else
            LeaveName();
        return true;
    }

    /// <summary>Looks for what a configuration wants: the rule of its name, with its parameters.
    /// Nothing changes yet.</summary>
    /// <returns>The rule, or everything that is in the way of it.</returns>
    public async Task<(RuleAssignment? Assignment, FieldError[] Errors)> Choose(
        PairConfiguration wanted)
    {
        if (wanted.Strategy == Current.Name)
        {
            return (null, ParameterValues.Check(_current.Rule, wanted.Parameters, _parameters));
        }
        var assignment = await Strategy(wanted.Strategy).Follow(pair);
        if (assignment?.Rule is not { } version)
            return (null, [MakerReport.UnknownStrategy]);
        var errors = await Prepare(version);
        if (errors.Length == 0 && assignment.Fallback is { } fallback)
            await Prepare(fallback);
        if (errors.Length == 0)
            errors = ParameterValues.Check(Known(version)!.Rule, wanted.Parameters, _none);
        if (errors.Length > 0)
            await Strategy(wanted.Strategy).Unfollow(pair);
        return (assignment, errors);
    }

    /// <summary>Writes into the audit of the rule what a configuration changes of it, before it
    /// does.</summary>
    public async Task Note(PairConfiguration wanted, StrategyAct act)
    {
        var what = wanted.Strategy == Current.Name
            ? ParameterValues.Difference(_parameters, wanted.Parameters)
            : $"{pair} leaves {Current.Name} for it"
                + (ParameterValues.Difference(_none, wanted.Parameters) is { } parameters
                    ? $", {parameters}"
                    : "");
        if (what is not null)
            await Strategy(wanted.Strategy).Note(pair, what, act);
    }

    /// <summary>Puts into force what <see cref="Choose"/> found.</summary>
    public async Task Take(PairConfiguration wanted, RuleAssignment? assignment)
    {
        if (assignment?.Rule is not { } version)
        {
            SetParameters(wanted.Parameters);
            return;
        }
        var left = Current.Name;
        var next = Known(version)!;
        _former = new FormerRule(_current, _parameters);
        _parameters = wanted.Parameters;
        ParameterValues.Apply(next.Rule, _parameters);
        (_current, _fallback) = (next, assignment.Fallback is { } back ? Known(back) : null);
        (Epoch, Shadow) = (assignment.Epoch, assignment.Shadow);
        if (_fallback is { } fallback)
            ParameterValues.Apply(fallback.Rule, _parameters);
        _ready.Clear();
        _maker.Swap(next.Rule, Fallback);
        await Strategy(left).Unfollow(pair);
        // It may have been told of a later epoch before it used the rule.
        if (await Strategy(version.Name).Follow(pair) is { } latest)
            await Use(version.Name, latest);
    }

    /// <summary>The maker has gone back by itself: so do the books of its rules.</summary>
    public void OnRolledBack(string reason)
    {
        var left = Current;
        LastRollback = $"{left.Name} {left.Version}: {reason}";
        _failures.Enqueue((left.Name, new RuleFailure(pair, left.Version, reason)));
        if (_fallback is { } fallback)
            (_current, _fallback) = (fallback, null);
        else
            ReturnToFormer();
        _maker.Swap(_current.Rule, Fallback);
    }

    /// <summary>Tells the rules what the maker did by itself; what fails is told again later.
    /// </summary>
    public async Task Tell()
    {
        if (_isTelling)
            return;
        _isTelling = true;
        try
        {
            while (_failures.TryPeek(out var told))
            {
                await Strategy(told.Strategy).Fail(told.Failure);
                _failures.Dequeue();
            }
            while (_left.FirstOrDefault() is { } name)
            {
                if (name != Current.Name)
                    await Strategy(name).Unfollow(pair);
                _left.Remove(name);
                if (await Strategy(Current.Name).Follow(pair) is { } assignment)
                    await Use(Current.Name, assignment with { Strict = false });
            }
        }
        finally
        {
            _isTelling = false;
        }
    }

    private void Exchange(LiveRule rule, LiveRule? fallback, bool isStrict)
    {
        var (old, oldFallback) = (_current, _fallback);
        if (!ReferenceEquals(rule, old))
        {
            // The fallback was not asked since the present version came into force: its memory is
            // that of then.
            var memory = isStrict && oldFallback is not null ? oldFallback : old;
            if (!ReferenceEquals(rule, memory))
                rule.Rule.State.Restore(memory.Rule.State.Save());
            ParameterValues.Apply(rule.Rule, _parameters);
        }
        if (fallback is not null && !ReferenceEquals(fallback, old)
            && !ReferenceEquals(fallback, oldFallback))
        {
            fallback.Rule.State.Restore(rule.Rule.State.Save());
            ParameterValues.Apply(fallback.Rule, _parameters);
        }
        (_current, _fallback) = (rule, fallback);
        _ready.Clear();
        _maker.Swap(rule.Rule, Fallback);
    }

    /// <summary>No version of the name is in force any more.</summary>
    private void LeaveName()
    {
        LastRollback = $"{Current.Name} {Current.Version}: no version of it is in force any more";
        _fallback = null;
        if (_former is null)
            _current = Nothing(Current.Name);
        else
            ReturnToFormer();
        _maker.Swap(_current.Rule, Fallback);
    }

    private void ReturnToFormer()
    {
        _left.Add(Current.Name);
        (_current, _parameters) = (_former!.Live, _former.Parameters);
        // Epochs are counted by name.
        (_fallback, _former, Epoch, Shadow) = (null, null, 0, null);
    }

    private IQuotingRule BeginWithFormer(string name)
    {
        if (_former is null)
        {
            throw new InvalidOperationException(
                $"{pair} is configured with the rule '{name}', which does not exist, or has no "
                + "version in force.");
        }
        (_current, _parameters, _former) = (_former.Live, _former.Parameters, null);
        _left.Add(name);
        return _current.Rule;
    }

    private async Task<FormerRule?> Recall(RuleChoice before, CancellationToken cancellation)
    {
        if (await Strategy(before.Strategy).Get() is not { } version)
            return null;
        var live = await Load(version, cancellation);
        ParameterValues.Apply(live.Rule, before.Parameters);
        return new FormerRule(live, before.Parameters);
    }

    private void SetParameters(IReadOnlyDictionary<string, decimal> values)
    {
        _parameters = values;
        ParameterValues.Apply(_current.Rule, values);
        if (_fallback is { } fallback)
            ParameterValues.Apply(fallback.Rule, values);
    }

    private async ValueTask<LiveRule?> Find(StrategyVersion? version) =>
        version is null ? null
        : Known(version) ?? await Load(version, CancellationToken.None);

    private async Task<LiveRule> Load(StrategyVersion version, CancellationToken cancellation)
    {
        var prepared = await library.LoadAsync(version, cancellation);
        return new LiveRule(version, prepared.CreateRule());
    }

    private LiveRule? Known(StrategyVersion version) =>
        _current.Is(version) ? _current
        : _fallback is { } fallback && fallback.Is(version) ? fallback
        : _ready.Find(ready => ready.Is(version));

    private void Keep(LiveRule live)
    {
        if (_ready.Count == MaxReady)
            _ready.RemoveAt(0);
        _ready.Add(live);
    }

    private bool IsNews(string name, RuleAssignment assignment) =>
        name == Current.Name && assignment.Epoch > Epoch;

    private IStrategyGrain Strategy(string name) => grains.GetGrain<IStrategyGrain>(name);

    private static LiveRule Nothing(string name) =>
        new(new StrategyVersion(name, "", "", default), new NoRule(name));
}
