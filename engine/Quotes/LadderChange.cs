namespace MarketMaker.Engine.Quotes;

/// <summary>How many of a maker's orders a mass quote touched. <c>default</c> is none.</summary>
/// <param name="Kept">Left as they were, with their place in the queue.</param>
/// <param name="Amended">Made smaller, with their place in the queue.</param>
/// <param name="Placed">New in the book.</param>
/// <param name="Cancelled">Taken out of the book.</param>
public readonly record struct LadderChange(int Kept, int Amended, int Placed, int Cancelled);
