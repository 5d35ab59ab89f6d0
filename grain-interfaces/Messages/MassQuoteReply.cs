using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What a mass quote did: the owner's complete resulting ladder.</summary>
/// <param name="Rejection">Why nothing has changed, or <see cref="Rejection.None"/>.</param>
/// <param name="RejectedAt">The index, bids before asks, that the rejection speaks of.</param>
/// <param name="Change">What was done to the owner's orders.</param>
/// <param name="LastFill">The ladder reflects all trades up to this number.</param>
/// <param name="Reports">Each quote's fate, bids before asks, each side best first.</param>
/// <param name="BestBid">The market's best bid afterwards; <c>default</c> if there is none.
/// </param>
/// <param name="BestAsk">The market's best ask afterwards; <c>default</c> if there is none.
/// </param>
[GenerateSerializer, Immutable, Alias("MassQuoteReply")]
public sealed record MassQuoteReply(
    [property: Id(0)] Rejection Rejection,
    [property: Id(1)] int RejectedAt,
    [property: Id(2)] LadderChange Change,
    [property: Id(3)] long LastFill,
    [property: Id(4)] QuoteReport[] Reports,
    [property: Id(5)] DepthLevel BestBid,
    [property: Id(6)] DepthLevel BestAsk)
{
    /// <summary>Which life of the market answers: the one to lease from.</summary>
    [Id(7)]
    public long Market { get; init; }

    /// <summary>The exchange's own quotes in their queues, as
    /// <see cref="MatchingEngine.CopyQuotes"/> gives them; empty for other owners.</summary>
    [Id(8)]
    public OwnOrder[] Places { get; init; } = [];
}
