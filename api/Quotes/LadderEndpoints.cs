using MarketMaker.Api.Accounts;
using MarketMaker.Api.Json;
using MarketMaker.Api.Orders;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.Engine.Book;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Quotes;

/// <summary>/pairs/{pair}/accounts/{account}/quotes: the ladders of makers outside this process.
/// </summary>
internal static class LadderEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapLadders(this IEndpointRouteBuilder routes) =>
        routes.MapPut("/pairs/{pair}/accounts/{account}/quotes", Put)
            .WithTags("Orders")
            .WithSummary("Replace an account's whole ladder in one step")
            .WithDescription(
                "Quotes live in memory, for as long as their lease: the answer does not wait for "
                + "the disk. A level that stands already keeps its place in the queue.")
            .Accepts<LadderRequest>("application/json")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async
        Task<Results<Ok<LadderDocument>, ValidationProblem, ProblemHttpResult>> Put(
            string pair, string account, JsonBody body, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var owner = AccountNames.ReadCustomer(account, errors);
        var request = body.Over(new LadderRequest(), errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var ladder = LadderReader.Read(owner, request, market.Spec, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var reply = await market.Engine.MassQuote(ladder);
        if (reply.Rejection == Rejection.None)
            return TypedResults.Ok(LadderDocument.From(market, owner, reply));
        var problem = Problem.Rejected(
            reply.Rejection, RejectionText.Of(reply.Rejection, market.Name));
        problem.ProblemDetails.Extensions["market"] = reply.Market;
        return problem;
    }
}
