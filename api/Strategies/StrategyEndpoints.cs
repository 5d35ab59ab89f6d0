using MarketMaker.Api.Problems;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MarketMaker.Api.Strategies;

/// <summary>/strategies: the quoting rules, and how a new version comes in.</summary>
internal static class StrategyEndpoints
{
    private const string UploadDescription =
        "The script is compiled and tried, and stored as a version under its content hash, with "
        + "its diagnostics, be it accepted or not. Nothing else changes: "
        + "POST /strategies/{name}/activate puts it in force. Only the first version of a name "
        + "is in force at once, unless activation needs approval. With dryRun=true nothing is "
        + "stored. The headers X-Operator and X-Reason say who and why; of a JSON body, the "
        + "fields operator and reason do.";

    /// <summary>Maps the endpoints.</summary>
    public static void MapStrategies(this IEndpointRouteBuilder routes)
    {
        var strategies = routes.MapGroup("/strategies").WithTags("Strategies");
        strategies.MapGet("", List).WithSummary("The names of all quoting rules");
        strategies.MapGet("{name}", Get)
            .WithSummary("A quoting rule, and which of its versions is in force where")
            .WithDescription("With Accept: text/plain, the script in force alone.")
            .Produces<StrategyDocument>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        strategies.MapPut("{name}", Put)
            .WithSummary("Upload a version of a quoting rule, or try it with dryRun=true")
            .WithDescription(UploadDescription)
            .Accepts<StrategySource>("application/json", "text/plain")
            .Produces<UploadDocument>()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesValidationProblem();
        strategies.MapPost("{name}", Post)
            .WithSummary("Try a version of a quoting rule: PUT with dryRun=true")
            .Accepts<StrategySource>("application/json", "text/plain")
            .Produces<UploadDocument>()
            .ProducesValidationProblem();
        strategies.MapStrategyVersions();
        strategies.MapStrategyLife();
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

    private static async Task<IResult> Get(
        string name, HttpRequest request, IGrainFactory grains, IOptions<ApiOptions> options)
    {
        if (!StrategyName.IsValid(name)
            || await grains.GetGrain<IStrategyGrain>(name).GetView() is not { } view)
            return StrategyName.Unknown;
        var rule = await grains.GetGrain<IStrategyGrain>(name).Get();
        if (WantsText(request) && rule is not null)
            return TypedResults.Text(rule.Source);
        return TypedResults.Ok(StrategyDocument.From(
            view, rule, options.Value.BuiltInStrategies.Contains(name)));
    }

    private static async Task<IResult> Put(
        string name, StrategyBody body, IGrainFactory grains, bool dryRun = false)
    {
        List<FieldError> errors = [.. body.Errors];
        if (!StrategyName.IsValid(name))
            errors.Add(StrategyName.Fault);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var strategy = grains.GetGrain<IStrategyGrain>(name);
        var reply = dryRun
            ? await strategy.Check(body.Source)
            : await strategy.Upload(new StrategyUpload(body.Source, body.Act));
        return reply.Refusal != StrategyRefusal.None
            ? StrategyRefusals.ToProblem(reply.Refusal, reply.Detail)
            : reply.Accepted
                ? TypedResults.Ok(UploadDocument.From(reply))
                : Problem.DoesNotCompile(reply.Version, reply.Diagnostics);
    }

    private static async Task<IResult> Post(
        string name, StrategyBody body, IGrainFactory grains, bool dryRun = false) =>
        dryRun
            ? await Put(name, body, grains, dryRun: true)
            : Problem.Invalid("dryRun", "must be true here; PUT uploads");

    private static bool WantsText(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/plain");
}
