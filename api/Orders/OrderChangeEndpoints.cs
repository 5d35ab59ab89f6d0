using MarketMaker.Api.Accounts;
using MarketMaker.Api.Json;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Orders;

/// <summary>What changes customers' orders that are live.</summary>
internal static class OrderChangeEndpoints
{
    /// <summary>Maps the endpoints into the group of orders.</summary>
    public static void MapOrderChanges(this IEndpointRouteBuilder orders)
    {
        orders.MapPut("{id:long}", Amend)
            .WithSummary("Give an order another limit and size")
            .WithDescription("Less at the same limit keeps its place in the queue; all else gives "
                + "it up, and may trade at once. The order stays what it is in all else.")
            .Accepts<AmendRequest>("application/json")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        orders.MapPost("{id:long}/reduce", Reduce)
            .WithSummary("Make an order smaller")
            .WithDescription("It keeps its place in the queue.")
            .Accepts<ReduceRequest>("application/json")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        orders.MapDelete("", MassCancel)
            .WithSummary("Take out an account's orders")
            .WithDescription("All of them, or those of a side, and those whose limit lies from "
                + "'from' to 'to'.");
    }

    private static async Task<Results<Ok<OrderPlaced>, ValidationProblem, ProblemHttpResult>>
        Amend(string pair, long id, string? account, JsonBody body, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var owner = AccountNames.Read(account, errors);
        var request = body.Over(new AmendRequest(), errors);
        var price = request.Price is null
            ? default
            : OrderAmounts.ReadPrice("price", request.Price, market.Spec, errors);
        var size = OrderAmounts.ReadSize("size", request.Size, market.Spec, errors);
        if (request.Size is null && errors.TrueForAll(error => error.Field != "size"))
            errors.Add(OrderAmounts.SizeFault("size", market.Spec));
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return Answer(
            market,
            await market.Engine.Amend(owner, new OrderId(id), price, size!.Value),
            id,
            owner);
    }

    private static async Task<Results<Ok<OrderPlaced>, ValidationProblem, ProblemHttpResult>>
        Reduce(string pair, long id, string? account, JsonBody body, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var owner = AccountNames.Read(account, errors);
        var request = body.Over(new ReduceRequest(), errors);
        var by = OrderAmounts.ReadSize("size", request.Size, market.Spec, errors);
        if (request.Size is null && errors.TrueForAll(error => error.Field != "size"))
            errors.Add(OrderAmounts.SizeFault("size", market.Spec));
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return Answer(
            market, await market.Engine.Reduce(owner, new OrderId(id), by!.Value), id, owner);
    }

    private static async Task<Results<Ok<OrdersCancelled>, ValidationProblem, ProblemHttpResult>>
        MassCancel(
            string pair, string? account, string? side, decimal? from, decimal? to,
            Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var owner = AccountNames.Read(account, errors);
        var only = ReadSide(side, errors);
        Price? low = from is null
            ? null
            : OrderAmounts.ReadPrice("from", from, market.Spec, errors);
        Price? high = to is null ? null : OrderAmounts.ReadPrice("to", to, market.Spec, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var reply = await market.Engine.MassCancel(
            owner, new OrderFilter(only, low, high));
        return reply.Rejection == Rejection.None
            ? TypedResults.Ok(new OrdersCancelled([.. reply.Cancelled.Select(id => id.Value)]))
            : Problem.Rejected(
                reply.Rejection, RejectionText.Of(reply.Rejection, market.Name));
    }

    private static Side? ReadSide(string? side, List<FieldError> errors)
    {
        switch (side)
        {
            case null:
                return null;
            case "buy":
                return Side.Buy;
            case "sell":
                return Side.Sell;
            default:
                errors.Add(new FieldError("side", "side must be buy or sell, or absent."));
                return null;
        }
    }

    private static Results<Ok<OrderPlaced>, ValidationProblem, ProblemHttpResult> Answer(
        Market market, PlaceReply reply, long id, AccountId owner) =>
        reply.Result.Rejection switch
        {
            Rejection.None => TypedResults.Ok(OrderPlaced.From(market.Spec, reply)),
            Rejection.UnknownAccount or Rejection.UnknownOrder =>
                OrderEndpoints.NotResting(id, owner),
            var rejection => Problem.Rejected(
                rejection, RejectionText.Of(rejection, market.Name)),
        };
}
