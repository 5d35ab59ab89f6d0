using MarketMaker.Api.Problems;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MarketMaker.Api.Strategies;

/// <summary>/strategies: the quoting rules, and how a new version comes in.</summary>
internal static class StrategyEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapStrategies(this IEndpointRouteBuilder routes)
    {
        var strategies = routes.MapGroup("/strategies").WithTags("Strategies");
        strategies.MapGet("", List).WithSummary("The names of all quoting rules");
        strategies.MapGet("{name}", Get)
            .WithSummary("A quoting rule")
            .WithDescription("With Accept: text/plain, the script alone.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        strategies.MapPut("{name}", Put)
            .WithSummary("Upload a quoting rule")
            .WithDescription("A script that compiles is stored and swapped in between two ticks "
                + "on every pair that uses the name. One that does not is answered with its "
                + "diagnostics, and the version in force stays.")
            .Accepts<StrategySource>("application/json", "text/plain")
            .ProducesValidationProblem();
    }

    private static async Task<Ok<StrategySummary[]>> List(
        IGrainFactory grains, IOptions<ApiOptions> options)
    {
        var builtIn = options.Value.BuiltInStrategies;
        var uploaded = await grains
            .GetGrain<IDirectoryGrain>(IDirectoryGrain.Strategies).List();
        return TypedResults.Ok(
            builtIn.Union(uploaded)
                .Order(StringComparer.Ordinal)
                .Select(name => new StrategySummary(name, builtIn.Contains(name)))
                .ToArray());
    }

    private static async Task<
        Results<Ok<StrategyDocument>, ContentHttpResult, ProblemHttpResult>> Get(
            string name, HttpRequest request, IGrainFactory grains, IOptions<ApiOptions> options)
    {
        var rule = StrategyName.IsValid(name)
            ? await grains.GetGrain<IStrategyGrain>(name).Get()
            : null;
        if (rule is null)
        {
            return Problem.NotFound(
                "Unknown strategy", "No quoting rule has this name. GET /strategies lists all.");
        }
        if (WantsText(request))
            return TypedResults.Text(rule.Source);
        return TypedResults.Ok(
            StrategyDocument.From(rule, options.Value.BuiltInStrategies.Contains(name)));
    }

    private static async Task<Results<Ok<StrategyReply>, ValidationProblem, ProblemHttpResult>>
        Put(string name, StrategyUpload upload, IGrainFactory grains)
    {
        List<FieldError> errors = [.. upload.Errors];
        if (!StrategyName.IsValid(name))
            errors.Add(StrategyName.Fault);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var reply = await grains.GetGrain<IStrategyGrain>(name).Put(upload.Source);
        return reply.Accepted
            ? TypedResults.Ok(reply)
            : Problem.DoesNotCompile(reply.Diagnostics);
    }

    private static bool WantsText(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/plain");
}
