using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Quotes;

/// <summary>What a mass quote did. Its reports are the owner's complete resulting ladder, with a
/// reason for each quote that is not in it; they are overwritten by the owner's next mass quote.
/// </summary>
public readonly ref struct MassQuoteResult
{
    /// <summary>Why the whole command was refused and nothing has changed, or
    /// <see cref="Rejection.None"/>.</summary>
    public Rejection Rejection { get; init; }

    /// <summary>The index, bids before asks, of the quote that <see cref="Rejection"/> speaks of;
    /// 0 when it speaks of none.</summary>
    public int RejectedAt { get; init; }

    /// <summary>What was done to the owner's orders.</summary>
    public LadderChange Change { get; init; }

    /// <summary>The last trade before the ladder was replaced; the ladder reflects all trades up
    /// to it.</summary>
    public long LastFill { get; init; }

    /// <summary>Each quote's fate, bids before asks, each side best first.</summary>
    public ReadOnlySpan<QuoteReport> Reports { get; init; }
}
