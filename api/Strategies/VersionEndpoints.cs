using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Strategies;

/// <summary>/strategies/{name}/versions: what was uploaded, and what is known of it.</summary>
internal static class VersionEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapStrategyVersions(this RouteGroupBuilder strategies)
    {
        var versions = strategies.MapGroup("{name}/versions")
            .ProducesProblem(StatusCodes.Status404NotFound);
        versions.MapGet("", List)
            .WithSummary("The versions that are remembered, latest first")
            .WithDescription("Of a rule, 32 versions are kept; the oldest that is not in use is "
                + "forgotten first.");
        versions.MapGet("{hash}/source", GetSource)
            .WithSummary("A version's script")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
        versions.MapGet("{hash}/diagnostics", GetDiagnostics)
            .WithSummary("What the compiler said of a version, accepted or rejected");
    }

    private static async Task<Results<Ok<VersionDocument[]>, ProblemHttpResult>> List(
        string name, IGrainFactory grains)
    {
        if (!StrategyName.IsValid(name))
            return StrategyName.Unknown;
        var versions = await grains.GetGrain<IStrategyGrain>(name).GetVersions();
        return versions.Length == 0
            ? StrategyName.Unknown
            : TypedResults.Ok(versions.Select(VersionDocument.From).ToArray());
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> GetSource(
        string name, string hash, IGrainFactory grains) =>
        await Find(name, hash, grains) is { } content
            ? TypedResults.Text(content.Source)
            : StrategyName.UnknownVersion;

    private static async Task<Results<Ok<StrategyDiagnostic[]>, ProblemHttpResult>>
        GetDiagnostics(string name, string hash, IGrainFactory grains) =>
        await Find(name, hash, grains) is { } content
            ? TypedResults.Ok(content.Diagnostics)
            : StrategyName.UnknownVersion;

    private static async ValueTask<StrategyContent?> Find(
        string name, string hash, IGrainFactory grains) =>
        StrategyName.IsValid(name) && StrategyName.IsVersion(hash)
            ? await grains.GetGrain<IStrategyVersionGrain>(
                IStrategyVersionGrain.KeyOf(name, hash)).Get()
            : null;
}
