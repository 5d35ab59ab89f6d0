using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Tests.Commands;

/// <summary>What a mass cancellation answers, with the numbers of the orders in a line.</summary>
internal readonly record struct MassCancelReply(Rejection Rejection, string Cancelled)
{
    public static MassCancelReply Of(MassCancelResult result) =>
        new(result.Rejection, string.Join(' ', result.Cancelled.ToArray()));
}
