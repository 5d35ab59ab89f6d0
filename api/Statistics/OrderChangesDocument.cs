using MarketMaker.Engine.Quotes;

namespace MarketMaker.Api.Statistics;

/// <summary>What all of a maker's requotes did to its orders.</summary>
/// <param name="Kept">Left as they were, with their place in the queue.</param>
/// <param name="Amended">Made smaller, with their place in the queue.</param>
/// <param name="Placed">New in the book.</param>
/// <param name="Cancelled">Taken out of the book.</param>
public sealed record OrderChangesDocument(int Kept, int Amended, int Placed, int Cancelled)
{
    internal static OrderChangesDocument From(LadderChange changes) =>
        new(changes.Kept, changes.Amended, changes.Placed, changes.Cancelled);
}
