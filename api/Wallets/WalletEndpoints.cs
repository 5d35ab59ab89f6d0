using MarketMaker.Api.Accounts;
using MarketMaker.Api.Json;
using MarketMaker.Api.Problems;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Wallets;

/// <summary>/accounts/{account}: what a customer has outside the pairs, and how it moves.</summary>
internal static class WalletEndpoints
{
    private const string Idempotent =
        "Durable when the answer comes. A repeat of the same transferId with the same content gets "
        + "the same answer and moves nothing again, for at least seven days; with another content "
        + "it is refused.";

    /// <summary>Maps the endpoints.</summary>
    public static void MapWallets(this IEndpointRouteBuilder routes)
    {
        var wallet = routes.MapGroup("/accounts/{account}")
            .WithTags("Wallets")
            .ProducesValidationProblem();
        wallet.MapGet("", Get)
            .WithSummary("What an account has outside the pairs")
            .ProducesProblem(StatusCodes.Status404NotFound);
        wallet.MapGet("transfers/{id}", Find)
            .WithSummary("A transfer, and what has become of it")
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapMove(wallet, "deposits", Deposit)
            .WithSummary("Funds from outside").Accepts<FundsMovement>("application/json");
        MapMove(wallet, "withdrawals", Withdraw)
            .WithSummary("Funds to the outside").Accepts<FundsMovement>("application/json");
        MapMove(wallet, "transfers", Transfer)
            .WithSummary("Funds between the wallet and a pair")
            .Accepts<PairTransfer>("application/json");
    }

    private static RouteHandlerBuilder MapMove(
        RouteGroupBuilder wallet, string path, Delegate move) =>
        wallet.MapPost(path, move)
            .WithDescription(Idempotent)
            .Produces<TransferDocument>(StatusCodes.Status201Created)
            .Produces<TransferDocument>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<WalletDocument>, ValidationProblem, ProblemHttpResult>>
        Get(string account, IGrainFactory grains)
    {
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await WalletOf(name, grains).Get() is { } wallet
            ? TypedResults.Ok(WalletDocument.From(name, wallet))
            : Problem.NotFound(
                "Unknown account",
                $"{name} never had funds outside the pairs. POST /accounts/{name}/deposits brings "
                + "some.");
    }

    private static async Task<Results<Ok<TransferDocument>, ValidationProblem, ProblemHttpResult>>
        Find(string account, string id, IGrainFactory grains)
    {
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return TransferId.TryParse(id, out var transfer)
            && await WalletOf(name, grains).Find(transfer) is { } found
            ? TypedResults.Ok(TransferDocument.From(found))
            : Problem.NotFound(
                "Unknown transfer",
                $"{name} has made no transfer of that id within "
                + $"{Wallet.Retention.TotalDays} days.");
    }

    private static Task<IResult> Deposit(
        string account, JsonBody body, TransferReader reader, IGrainFactory grains) =>
        Move(account, grains, errors => reader.Read(
            body.Over(new FundsMovement(), errors), TransferKind.Deposit, errors));

    private static Task<IResult> Withdraw(
        string account, JsonBody body, TransferReader reader, IGrainFactory grains) =>
        Move(account, grains, errors => reader.Read(
            body.Over(new FundsMovement(), errors), TransferKind.Withdrawal, errors));

    private static Task<IResult> Transfer(
        string account, JsonBody body, TransferReader reader, IGrainFactory grains) =>
        Move(account, grains, errors => reader.Read(
            body.Over(new PairTransfer(), errors), errors));

    private static async Task<IResult> Move(
        string account, IGrainFactory grains, Func<List<FieldError>, TransferOrder> read)
    {
        var errors = new List<FieldError>();
        var name = AccountNames.ReadCustomer(account, errors);
        var order = read(errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var reply = await WalletOf(name, grains).Move(order);
        if (reply.Refusal != TransferRefusal.None)
            return Problem.Refused(reply.Refusal, RefusalText.Of(reply.Refusal));
        var document = TransferDocument.From(reply.Transfer!);
        var path = $"/accounts/{name}/transfers/{order.Id}";
        return reply.Transfer!.IsInFlight
            ? TypedResults.Accepted(path, document)
            : TypedResults.Created(path, document);
    }

    private static IAccountGrain WalletOf(AccountId account, IGrainFactory grains) =>
        grains.GetGrain<IAccountGrain>(account.ToString());
}
