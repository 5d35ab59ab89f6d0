using MarketMaker.Api.Json;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.Api.Strategies;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Configuration;

/// <summary>/pairs/{pair}/configuration: what a maker quotes and when it must not.</summary>
internal static class ConfigurationEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapConfiguration(this IEndpointRouteBuilder routes)
    {
        var configuration = routes.MapGroup("/pairs/{pair}/configuration")
            .WithTags("Configuration")
            .ProducesProblem(StatusCodes.Status404NotFound);
        configuration.MapGet("", Get).WithSummary("The configuration in force");
        configuration.MapPut("", Put)
            .WithSummary("Put a configuration in force")
            .WithDescription("Fields that are missing keep their value. All of it is put in "
                + "force, or nothing. Durable when the answer comes; the next ladder follows it. "
                + "The headers X-Operator and X-Reason say who and why, for the rule's audit.")
            .Accepts<PairConfiguration>("application/json");
    }

    private static async Task<Ok<PairConfiguration>> Get(string pair, Markets markets) =>
        TypedResults.Ok(await markets.Get(pair).Maker.GetConfiguration());

    private static async Task<Results<Ok<PairConfiguration>, ValidationProblem>> Put(
        string pair, JsonBody body, HttpRequest request, Markets markets)
    {
        var market = markets.Get(pair);
        var errors = new List<FieldError>();
        var present = await market.Maker.GetConfiguration();
        var wanted = body.Over(present, errors);
        var act = OperatorName.Read(request, null, null, errors);
        // Another rule's parameters mean nothing to this one.
        if (wanted.Strategy != present.Strategy && !body.Has("parameters"))
            wanted = wanted with { Parameters = new Dictionary<string, decimal>() };
        errors.AddRange(wanted.Validate(market.Spec).Where(IsNew));
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var reply = await market.Maker.Configure(wanted, act);
        return reply.Accepted
            ? TypedResults.Ok(reply.Configuration)
            : Problem.Invalid(reply.Errors);

        bool IsNew(FieldError found) => errors.TrueForAll(error => error.Field != found.Field);
    }
}
