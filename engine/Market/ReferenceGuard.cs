using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>Follows the reference price and says when it must not be quoted on.</summary>
/// <remarks>Each reference is compared with the one before it, never with a last "good" one: a
/// new level is accepted after one pause, so a crash cannot lock the maker out. A sharp move
/// during a pause begins the pause anew. Not thread safe.</remarks>
public sealed class ReferenceGuard(ProtectionLimits limits)
{
    private Instant _pausedUntil;

    /// <summary>The limits in force; they can be changed at any time.</summary>
    public ProtectionLimits Limits { get; set; } = limits;

    /// <summary>The last reference; unknown before the first.</summary>
    public Mark Mark { get; private set; }

    /// <summary>When the last reference was heard.</summary>
    public Instant HeardAt { get; private set; }

    /// <summary>How old the reference is.</summary>
    public TimeSpan Age(Instant now) => now - HeardAt;

    /// <summary>When quoting may resume after a sharp move; in the past if there was none.
    /// </summary>
    public Instant PausedUntil => _pausedUntil;

    /// <summary>Takes a reference in.</summary>
    /// <param name="mark">The reference; known.</param>
    /// <param name="heardAt">When the venue's frame arrived.</param>
    /// <param name="now">The time.</param>
    public void Observe(Mark mark, Instant heardAt, Instant now)
    {
        Invariant.Holds(mark.IsKnown);
        var move = mark.HalfTicks - Mark.HalfTicks;
        if (Mark.IsKnown && Limits.MaxMove.IsPassedBy(move, Mark.HalfTicks))
            _pausedUntil = now + Limits.Pause;
        Mark = mark;
        HeardAt = heardAt;
    }

    /// <summary>Whether the reference may be quoted on, and if not, why.</summary>
    public PauseReason Verdict(Instant now) =>
        !Mark.IsKnown ? PauseReason.NoReference
        : now < _pausedUntil ? PauseReason.SharpMove
        : Age(now) > Limits.MaxAge ? PauseReason.StaleReference
        : PauseReason.None;
}
