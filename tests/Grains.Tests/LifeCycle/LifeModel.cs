using System.Globalization;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.Grains.LifeCycle;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains.Tests.LifeCycle;

/// <summary>The makers and the register of bad versions as the effects of each step leave them,
/// beside the state itself.</summary>
internal sealed class LifeModel(bool needsApproval, bool ships)
{
    private readonly Dictionary<string, (string? Rule, string? Shadow)> _makers = [];
    private readonly HashSet<string> _bad = [];
    private readonly Dictionary<string, string> _uploaders = [];
    private readonly HashSet<string> _approved = [];
    private StrategyState _state = ships
        ? StrategyLife.Ship(new StrategyState(), "built-in", new Instant(1)).State
        : new StrategyState();

    private long _now = 1;
    private StrategyState _before = new();

    private Instant Now => new(++_now);

    public string Pick(int index) =>
        _state.Versions.IsEmpty
            ? "none"
            : _state.Versions[index % _state.Versions.Count].Version;

    public void Upload(string version, bool accepted, StrategyAct act)
    {
        if (_bad.Contains(version))
            return;
        var step = Take(StrategyLife.Upload(
            _state,
            new VersionEntry(version, accepted, Now, act.Operator, act.Reason, false, null),
            needsApproval));
        if (step.Refusal == StrategyRefusal.None
            && (!_uploaders.TryGetValue(version, out var first) || first == StrategyAct.Unknown))
            _uploaders[version] = act.Operator;
    }

    public void Follow(string pair)
    {
        if (_state.Active is null)
            return;
        _state = StrategyLife.Follow(_state, pair);
        _makers[pair] = (_state.RuleOn(pair), _state.ShadowOn(pair));
    }

    public void Unfollow(string pair)
    {
        _state = StrategyLife.Unfollow(_state, pair);
        _makers.Remove(pair);
    }

    public void Ask(RolloutRequest request) =>
        Take(StrategyLife.Ask(_state, request, Reason(request.Version), needsApproval, Now));

    public void Approve(StrategyAct act)
    {
        if (_state.Awaiting is not { } rollout)
            return;
        var step = Take(
            StrategyLife.Approve(_state, rollout.Version, act, Reason(rollout.Version), Now));
        if (step.Refusal != StrategyRefusal.None)
            return;
        Assert.NotEqual(_uploaders.GetValueOrDefault(rollout.Version), act.Operator);
        Assert.True(act.IsNamed);
        _approved.Add(rollout.Version);
    }

    public void RollBack(RollbackRequest request) =>
        Take(StrategyLife.RollBack(
            _state, request, request.Version is null ? null : Reason(request.Version), Now));

    public void Fail(string pair)
    {
        if (_makers.TryGetValue(pair, out var maker) && maker.Rule is { } rule)
            Take(StrategyLife.Fail(_state, new RuleFailure(pair, rule, "it failed"), Now));
    }

    public void EndShadow(StrategyAct act)
    {
        var version = _state.Shadow?.Version ?? Pick(0);
        var expected = _state.Shadow is null ? StrategyRefusal.NotInShadow : StrategyRefusal.None;
        var step = Take(StrategyLife.EndShadow(_state, version, act, Now));
        Assert.Equal((expected, null), (step.Refusal, _state.Shadow));
    }

    public void Configure(string pair, StrategyAct act)
    {
        var before = _state;
        Take(StrategyLife.Configure(_state, pair, "gamma 1 to 2", act, Now));
        // Nothing but the audit has changed.
        Assert.Equal(before with { Audit = _state.Audit }, _state);
    }

    /// <summary>Every law, after a step.</summary>
    public void Judge()
    {
        foreach (var pair in _state.Pairs)
        {
            // The effects say all: whoever follows them has what the state says.
            Assert.Equal((_state.RuleOn(pair), _state.ShadowOn(pair)), _makers[pair]);
            Assert.NotEqual(_state.RuleOn(pair) ?? "none", _state.FallbackOn(pair) ?? "nothing");
            Assert.NotEqual(_state.RuleOn(pair) ?? "none", _state.ShadowOn(pair) ?? "nothing");
        }
        string?[] inForce = [_state.Active, _state.Canary?.Version, _state.Shadow?.Version];
        foreach (var version in inForce.OfType<string>())
        {
            Assert.True(_state.Find(version)!.Accepted);
            Assert.Null(_state.Find(version)!.BadBecause);
            Assert.DoesNotContain(version, _bad);
        }
        if (needsApproval)
        {
            Assert.All(
                inForce[..2].OfType<string>(),
                version => Assert.True(version == "built-in" || _approved.Contains(version)));
        }
        Assert.InRange(_state.Versions.Count, 0, StrategyLife.MaxVersions);
        Assert.InRange(_state.Predecessors.Count, 0, StrategyLife.MaxPredecessors);
        Assert.Equal(
            Enumerable.Range(1, _state.Audit.Count).Select(number => (long)number),
            _state.Audit.Select(line => line.Number));
    }

    private string? Reason(string version) => _bad.Contains(version) ? "it failed" : null;

    private LifeStep Take(LifeStep step)
    {
        (_before, _state) = (_state, step.State);
        if (step.Refusal != StrategyRefusal.None)
        {
            Assert.Same(_before, _state);
            Assert.NotEmpty(step.Detail);
            return step;
        }
        foreach (var pair in step.Changed)
            _makers[pair] = (_state.RuleOn(pair), _state.ShadowOn(pair));
        foreach (var entry in step.Condemned)
            _bad.Add(entry.Version);
        Assert.All(step.Forgotten, version => Assert.Null(_state.Find(version)));
        AssertAudited();
        return step;
    }

    /// <summary>Whatever changed, the audit has a line of who, when, what and why.</summary>
    private void AssertAudited()
    {
        if (ReferenceEquals(_before, _state))
            return;
        Assert.True(_state.Audit.Count > _before.Audit.Count);
        Assert.All(_state.Audit.Skip(_before.Audit.Count), line =>
        {
            Assert.NotEmpty(line.Who);
            Assert.NotEmpty(line.Version);
            Assert.InRange(line.At.Microseconds, 1, _now);
            Assert.NotNull(line.Why.ToString(CultureInfo.InvariantCulture));
        });
        Assert.True(
            _state.Epoch > _before.Epoch
            || (_before.Active == _state.Active && _before.Canary == _state.Canary
                && _before.Shadow == _state.Shadow));
    }
}
