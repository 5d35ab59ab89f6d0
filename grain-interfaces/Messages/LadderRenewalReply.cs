using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>Whether a ladder stands for another lease, and where.</summary>
/// <param name="Rejection">Why it does not, or <see cref="Rejection.None"/>.</param>
/// <param name="LastFill">The last trade that this reflects.</param>
/// <param name="Places">The ladder's quotes in their queues, as
/// <see cref="MatchingEngine.CopyQuotes"/> gives them.</param>
/// <param name="BestBid">The market's best bid; <c>default</c> if there is none.</param>
/// <param name="BestAsk">The market's best ask; <c>default</c> if there is none.</param>
[GenerateSerializer, Immutable, Alias("LadderRenewalReply")]
public sealed record LadderRenewalReply(
    [property: Id(0)] Rejection Rejection,
    [property: Id(1)] long LastFill,
    [property: Id(2)] OwnOrder[] Places,
    [property: Id(3)] DepthLevel BestBid,
    [property: Id(4)] DepthLevel BestAsk);
