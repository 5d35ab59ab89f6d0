using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>A source with the history that says how far it is trusted.</summary>
internal sealed class ReferenceSource(SourcePlan plan, ReferenceLimits limits)
{
    private bool _wasLive;
    private bool _isForgivable;
    private Instant? _healthySince;

    public SourcePlan Plan { get; } = plan;

    public OutlierGate Gate { get; } = new(limits.OutlierMove);

    public SourceState State { get; private set; }

    /// <summary>Since when it is in its state.</summary>
    public Instant Since { get; private set; }

    /// <summary>What is wrong, or was when it was last suspected or off.</summary>
    public SourceFault Cause { get; private set; } = SourceFault.NoPrice;

    /// <summary>Since when nothing is wrong; null if something is.</summary>
    public Instant? HealthySince => _healthySince;

    /// <summary>Its price.</summary>
    public Mark Mark => Gate.Quote.Middle;

    /// <summary>When it will be live if nothing goes wrong; null if it is, or something is wrong.
    /// </summary>
    public Instant? LiveAt =>
        State is SourceState.Warm or SourceState.Suspect && _healthySince is { } since
            ? since + Spell(since)
            : null;

    /// <summary>Takes in what is wrong now.</summary>
    public void Judge(SourceFault fault, Instant now)
    {
        if (fault != SourceFault.None)
            _healthySince = null;
        else
            _healthySince ??= now;
        while (Next(fault, now) is var next && next != State)
            Enter(next, fault, now);
        if (fault == SourceFault.None)
            return;
        if (State is not SourceState.Live)
            Cause = fault;
        _isForgivable &= IsForgivable(fault);
    }

    private SourceState Next(SourceFault fault, Instant now)
    {
        if (fault is > SourceFault.None and < SourceFault.NoPrice)
            return SourceState.Off;
        var isWell = fault == SourceFault.None;
        return State switch
        {
            SourceState.Connecting or SourceState.Off => isWell ? SourceState.Warm : State,
            SourceState.Live => isWell ? State : SourceState.Suspect,
            SourceState.Suspect when fault == SourceFault.Stale && now - Since > limits.OffAfter =>
                SourceState.Off,
            _ when !isWell => SourceState.Suspect,
            _ => now >= LiveAt ? SourceState.Live : State,
        };
    }

    private void Enter(SourceState state, SourceFault fault, Instant now)
    {
        (State, Since) = (state, now);
        if (state == SourceState.Suspect)
            _isForgivable = IsForgivable(fault);
        if (state == SourceState.Live)
            (_wasLive, Cause) = (true, SourceFault.None);
    }

    /// <summary>How long it must be well. A jump that was repeated and a connection that was
    /// replaced say nothing against what comes afterwards.</summary>
    private TimeSpan Spell(Instant since)
    {
        if (!_wasLive)
            return limits.WarmUp;
        var isForgiven = State == SourceState.Suspect && _isForgivable
            && since - Since < limits.ShortSilence;
        return isForgiven ? TimeSpan.Zero : limits.HealthySpell;
    }

    private static bool IsForgivable(SourceFault fault) =>
        fault is SourceFault.Outlier or SourceFault.Stale;
}
