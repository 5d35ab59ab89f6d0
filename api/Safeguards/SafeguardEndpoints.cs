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

namespace MarketMaker.Api.Safeguards;

/// <summary>What the operator of a market decides: whether it trades, on what terms its accounts
/// do, and whether a maker may quote again.</summary>
internal static class SafeguardEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapSafeguards(this IEndpointRouteBuilder routes)
    {
        var pair = routes.MapGroup("/pairs/{pair}")
            .WithTags("Safeguards")
            .ProducesProblem(StatusCodes.Status404NotFound);
        pair.MapGet("halt", GetHalt).WithSummary("Whether a market trades");
        pair.MapPost("halt", Halt)
            .WithSummary("Halt a market: it accepts nothing but cancelling")
            .WithDescription("All quotes are pulled, orders stay. Durable when the answer comes.")
            .Accepts<HaltRequest>("application/json")
            .ProducesValidationProblem();
        pair.MapPost("resume", Resume)
            .WithSummary("Let a halted market trade again")
            .WithDescription("Durable when the answer comes; a repeat changes nothing.");
        var account = pair.MapGroup("accounts/{account}").ProducesValidationProblem();
        account.MapGet("terms", GetTerms).WithSummary("On what terms an account trades");
        account.MapPut("terms", PutTerms)
            .WithSummary("Change on what terms an account trades")
            .WithDescription("Fields that are left out become 0. Durable when the answer comes. "
                + "Orders beyond a new limit stay.")
            .Accepts<TermsDocument>("application/json");
        account.MapGet("protection", GetProtection)
            .WithSummary("Where an account stands with its market-maker protection");
        account.MapPost("protection/reset", ResetProtection)
            .WithSummary("Let an account quote again whose protection pulled its quotes");
    }

    private static async Task<Ok<HaltDocument>> GetHalt(string pair, Markets markets) =>
        TypedResults.Ok(await Describe(markets.Get(pair)));

    private static async Task<Results<Ok<HaltDocument>, ValidationProblem>> Halt(
        string pair, JsonBody body, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var reason = body.Over(new HaltRequest(), errors).Reason;
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        if (reason is null || reason.Length is 0 or > MatchingEngine.MaxHaltReason)
        {
            return Problem.Invalid(
                "reason", $"must have 1 to {MatchingEngine.MaxHaltReason} characters");
        }
        await market.Engine.Halt(reason);
        return TypedResults.Ok(await Describe(market));
    }

    private static async Task<Ok<HaltDocument>> Resume(string pair, Markets markets)
    {
        var market = markets.Get(pair);
        await market.Engine.Resume();
        return TypedResults.Ok(await Describe(market));
    }

    private static async Task<Results<Ok<TermsDocument>, ValidationProblem, ProblemHttpResult>>
        GetTerms(string pair, string account, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await market.Engine.GetTerms(name) is { } terms
            ? TypedResults.Ok(TermsDocument.From(market.Spec, terms))
            : Unknown(name, market);
    }

    private static async Task<Results<Ok<TermsDocument>, ValidationProblem, ProblemHttpResult>>
        PutTerms(string pair, string account, JsonBody body, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        var terms = TermsReader.Read(body.Over(new TermsDocument(), errors), market, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await market.Engine.SetTerms(name, terms) == Rejection.None
            ? TypedResults.Ok(TermsDocument.From(market.Spec, terms))
            : Unknown(name, market);
    }

    private static async
        Task<Results<Ok<ProtectionDocument>, ValidationProblem, ProblemHttpResult>> GetProtection(
            string pair, string account, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await market.Engine.GetTerms(name) is null
            ? Unknown(name, market)
            : TypedResults.Ok(ProtectionDocument.From(
                market.Spec, name, await market.Engine.GetProtection(name)));
    }

    private static async
        Task<Results<Ok<ProtectionDocument>, ValidationProblem, ProblemHttpResult>>
        ResetProtection(string pair, string account, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var name = AccountNames.Read(account, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await market.Engine.ResetProtection(name) == Rejection.None
            ? TypedResults.Ok(ProtectionDocument.From(
                market.Spec, name, await market.Engine.GetProtection(name)))
            : Unknown(name, market);
    }

    private static async Task<HaltDocument> Describe(Market market)
    {
        var reason = await market.Engine.GetHaltReason();
        return new HaltDocument(market.Name, reason is not null, reason);
    }

    private static ProblemHttpResult Unknown(AccountId name, Market market) =>
        Problem.NotFound("No such account", $"{name} has never had funds in {market.Name}.");
}
