using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Laws;

/// <summary>When a maker must not quote, worked out a second time, in decimals.</summary>
internal sealed class ReferenceOracle
{
    private decimal? _mark;
    private Instant _heardAt;
    private Instant _pausedUntil;

    public void Observe(Mark mark, Instant heardAt, Instant now, ProtectionLimits limits)
    {
        var limit = limits.MaxMove.PartsPerMillion / 1_000_000m;
        if (_mark is { } last && Math.Abs(mark.HalfTicks - last) / last > limit)
            _pausedUntil = now + limits.Pause;
        (_mark, _heardAt) = (mark.HalfTicks, heardAt);
    }

    public PauseReason Verdict(Instant now, ProtectionLimits limits, bool mayQuote)
    {
        if (!mayQuote)
            return PauseReason.Operator;
        if (_mark is null)
            return PauseReason.NoReference;
        if (_pausedUntil > now)
            return PauseReason.SharpMove;
        return now - _heardAt > limits.MaxAge ? PauseReason.StaleReference : PauseReason.None;
    }
}
