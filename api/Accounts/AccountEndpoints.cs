using MarketMaker.Api.Json;
using MarketMaker.Api.Orders;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Accounts;

/// <summary>/pairs/{pair}/accounts/{account}: first funds, and what is left of them.</summary>
internal static class AccountEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/pairs/{pair}/accounts/{account}")
            .WithTags("Accounts")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);
        accounts.MapGet("", Get).WithSummary("What an account has in a pair");
        accounts.MapGet("orders", GetOrders)
            .WithSummary("An account's resting orders, with their places in the queue");
        accounts.MapPost("", Open)
            .WithSummary("Open an account with its first funds")
            .WithDescription("Durable when the answer comes. An account is opened once.")
            .Accepts<FirstFunds>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<AccountDocument>, ValidationProblem, ProblemHttpResult>>
        Get(string pair, string account, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await market.Engine.GetBalance(name) is { } balance
            ? TypedResults.Ok(AccountDocument.From(market.Spec, name, balance))
            : Unknown(name, market);
    }

    private static async
        Task<Results<Ok<OwnOrdersDocument>, ValidationProblem, ProblemHttpResult>> GetOrders(
            string pair, string account, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await market.Engine.GetOwnOrders(name) is { } orders
            ? TypedResults.Ok(OwnOrdersDocument.From(market.Spec, name, orders))
            : Unknown(name, market);
    }

    private static async
        Task<Results<Created<AccountDocument>, ValidationProblem, ProblemHttpResult>> Open(
            string pair, string account, JsonBody body, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var name = AccountNames.ReadCustomer(account, errors);
        var funds = body.Over(new FirstFunds(), errors);
        var amount = ReadSteps("base", funds.Base, market.Spec.LotSize, errors);
        var money = ReadSteps(
            "quote", funds.Quote, market.Spec.TickSize * market.Spec.LotSize, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var opened = await market.Engine.OpenAccount(
            name, new Quantity(amount), new Notional(money));
        var balance = await market.Engine.GetBalance(name);
        if (balance is null)
            return Problem.Rejected(opened, RejectionText.Of(opened, market.Name));
        return opened == Rejection.None
            ? TypedResults.Created(
                $"/pairs/{market.Name}/accounts/{name}",
                AccountDocument.From(market.Spec, name, balance.Value))
            : Problem.Conflict(
                "The account exists", $"{name} has had funds before. GET shows them.");
    }

    private static ProblemHttpResult Unknown(AccountId account, Market market) =>
        Problem.NotFound(
            "Unknown account",
            $"{account} never had funds in {market.Name}. "
                + $"POST /pairs/{market.Name}/accounts/{account} opens it.");

    private static long ReadSteps(
        string field, decimal value, decimal step, List<FieldError> errors)
    {
        // A tenth of what the engine can count in all: one account cannot use up the pair.
        var largest = decimal.Floor(Ledger.MaxTotal / 10) * step;
        if (value >= 0 && value <= largest && decimal.IsInteger(value / step))
            return (long)(value / step);
        errors.Add(new FieldError(
            field, $"{field} must be a multiple of {step} from 0 to {largest}."));
        return 0;
    }
}
