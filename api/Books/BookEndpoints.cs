using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Books;

/// <summary>/pairs/{pair}/book: the order book, customers' orders and the maker's alike.</summary>
internal static class BookEndpoints
{
    private const int DefaultLevels = 20;

    /// <summary>Maps the endpoint.</summary>
    public static void MapBooks(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pairs/{pair}/book", Get)
            .WithTags("Book")
            .WithSummary("The best levels of both sides")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<BookDocument>> Get(
        string pair, Markets markets, [Limits(1, BookView.MaxLevels)] long levels = DefaultLevels)
    {
        var market = markets.Get(pair);
        return TypedResults.Ok(
            BookDocument.From(market.Spec, await market.Engine.GetBook((int)levels)));
    }
}
