using MarketMaker.Api.Json;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.Api.Strategies;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.PairStrategy;

/// <summary>/pairs/{pair}/strategy: by which quoting rule a pair is made, with which parameters.
/// </summary>
internal static class PairStrategyEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapPairStrategy(this IEndpointRouteBuilder routes)
    {
        var strategy = routes.MapGroup("/pairs/{pair}/strategy")
            .WithTags("Strategies")
            .ProducesProblem(StatusCodes.Status404NotFound);
        strategy.MapGet("", Get)
            .WithSummary("The pair's quoting rule and its parameters, with units and ranges");
        strategy.MapPut("", Put)
            .WithSummary("Choose the pair's quoting rule and its parameters")
            .WithDescription("Parameters change at the next tick; nothing is compiled. A missing "
                + "one keeps its value while the rule stays, and is the default when the rule "
                + "changes. All of it is put in force, or nothing; durable, and in the "
                + "rule's audit, when the answer comes.")
            .Accepts<PairStrategyRequest>("application/json");
    }

    private static async Task<Ok<PairStrategyDocument>> Get(string pair, Markets markets) =>
        TypedResults.Ok(await Read(markets.Get(pair).Maker));

    private static async Task<Results<Ok<PairStrategyDocument>, ValidationProblem>> Put(
        string pair, JsonBody body, HttpRequest request, Markets markets)
    {
        var maker = markets.Get(pair).Maker;
        var present = await maker.GetConfiguration();
        var errors = new List<FieldError>();
        var wanted = body.Over(
            new PairStrategyRequest { Strategy = present.Strategy }, errors);
        var act = OperatorName.Read(request, wanted.Operator, wanted.Reason, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var parameters = wanted.Strategy == present.Strategy
            ? new Dictionary<string, decimal>(present.Parameters)
            : [];
        foreach (var (name, value) in wanted.Parameters)
            parameters[name] = value;
        var reply = await maker.Configure(
            present with { Strategy = wanted.Strategy, Parameters = parameters }, act);
        return reply.Accepted
            ? TypedResults.Ok(await Read(maker))
            : Problem.Invalid(reply.Errors);
    }

    private static async Task<PairStrategyDocument> Read(IPairMakerGrain maker) =>
        PairStrategyDocument.From(await maker.GetRule(), await maker.GetShadow());
}
