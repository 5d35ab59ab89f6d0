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

/// <summary>/pairs/{pair}/orders: customers' orders.</summary>
internal static class OrderEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/pairs/{pair}/orders")
            .WithTags("Orders")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);
        orders.MapPost("", Place)
            .WithSummary("Enter an order")
            .WithDescription("Its trades, and what rests, are durable when the answer comes.")
            .Accepts<OrderRequest>("application/json")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        orders.MapGet("{id:long}", Get).WithSummary("An account's resting order");
        orders.MapDelete("{id:long}", Cancel).WithSummary("Take an order out of the book");
        orders.MapOrderChanges();
    }

    private static async
        Task<Results<Created<OrderPlaced>, ValidationProblem, ProblemHttpResult>> Place(
            string pair, JsonBody body, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var request = body.Over(new OrderRequest(), errors);
        var order = OrderReader.Read(request, market.Spec, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var reply = await market.Engine.Place(order);
        var (rejection, id) = (reply.Result.Rejection, reply.Result.Id);
        return rejection == Rejection.None
            ? TypedResults.Created(
                $"/pairs/{market.Name}/orders/{id.Value}?account={order.Account}",
                OrderPlaced.From(market.Spec, reply))
            : Problem.Rejected(rejection, RejectionText.Of(rejection, market.Name));
    }

    private static async Task<Results<Ok<OrderDocument>, ValidationProblem, ProblemHttpResult>>
        Get(string pair, long id, string? account, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var owner = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await market.Engine.GetOrder(owner, new OrderId(id)) is { } order
            ? TypedResults.Ok(OrderDocument.From(market.Spec, order))
            : NotResting(id, owner);
    }

    private static async Task<Results<Ok<OrderCancelled>, ValidationProblem, ProblemHttpResult>>
        Cancel(string pair, long id, string? account, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var owner = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var result = await market.Engine.Cancel(owner, new OrderId(id));
        return result.Rejection switch
        {
            Rejection.None => TypedResults.Ok(
                new OrderCancelled(id, market.Spec.ToDecimal(result.Cancelled))),
            Rejection.UnknownAccount or Rejection.UnknownOrder => NotResting(id, owner),
            var rejection => Problem.Rejected(
                rejection, RejectionText.Of(rejection, market.Name)),
        };
    }

    /// <summary>404: no such live order.</summary>
    internal static ProblemHttpResult NotResting(long id, AccountId owner) =>
        Problem.NotFound(
            "Unknown order",
            $"No order {id} of {owner} rests or waits: it never did, has traded or was cancelled.");
}
