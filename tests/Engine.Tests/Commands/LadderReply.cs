using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;

namespace MarketMaker.Engine.Tests.Commands;

/// <summary>What a mass quote answers, apart from its reports.</summary>
internal readonly record struct LadderReply(
    Rejection Rejection, int RejectedAt, LadderChange Change, long LastFill);
