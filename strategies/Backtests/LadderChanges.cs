using MarketMaker.Engine.Quotes;

namespace MarketMaker.Strategies.Backtests;

/// <summary>How many orders a run's mass quotes touched; see <see cref="LadderChange"/>.</summary>
/// <param name="Kept">Left as they were.</param>
/// <param name="Amended">Made smaller.</param>
/// <param name="Placed">New.</param>
/// <param name="Cancelled">Taken out.</param>
public readonly record struct LadderChanges(long Kept, long Amended, long Placed, long Cancelled)
{
    /// <summary>The sum with another mass quote's.</summary>
    public LadderChanges Plus(LadderChange change) =>
        new(
            Kept + change.Kept,
            Amended + change.Amended,
            Placed + change.Placed,
            Cancelled + change.Cancelled);
}
