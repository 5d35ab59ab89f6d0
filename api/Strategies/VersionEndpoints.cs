using MarketMaker.Api.Json;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
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
        versions.MapGet("{hash}/backtest", GetBacktest)
            .WithSummary("The version's latest backtest, or how far it is")
            .WithDescription("The comparison's difference is the version less the one that the "
                + "pair quoted by.");
        versions.MapPost("{hash}/backtest", Backtest)
            .WithSummary("Try a version on what was recorded of a pair")
            .WithDescription("It takes seconds, and replaces the version's last backtest. It "
                + "runs with the pair's configuration and parameters on the silo of the pair.")
            .Accepts<BacktestRequest>("application/json")
            .Produces<BacktestDocument>(StatusCodes.Status202Accepted)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict);
        versions.MapGet("{hash}/shadow", GetShadow)
            .WithSummary("How the version does in the shadow, by pair, or did when it was there")
            .WithDescription("Both rules are on a ghost of the market with the same prices and "
                + "customers; the difference is the version less the one in force.");
        versions.MapDelete("{hash}/shadow", EndShadow)
            .WithSummary("Take the version out of the shadow")
            .WithDescription("What it did there is kept. The headers X-Operator and X-Reason say "
                + "who and why.")
            .Produces<StrategyOutcomeDocument>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict);
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

    private static async Task<Results<Ok<BacktestDocument>, ProblemHttpResult>> GetBacktest(
        string name, string hash, IGrainFactory grains)
    {
        if (await Find(name, hash, grains) is null)
            return StrategyName.UnknownVersion;
        var backtest = await grains.GetGrain<IStrategyVersionGrain>(
            IStrategyVersionGrain.KeyOf(name, hash)).GetBacktest();
        return backtest is null
            ? Problem.NotFound(
                "No backtest",
                "The version was not tried yet: POST to this path with a pair.")
            : TypedResults.Ok(BacktestDocument.From(backtest));
    }

    private static async Task<IResult> Backtest(
        string name,
        string hash,
        JsonBody body,
        HttpRequest request,
        Markets markets,
        IGrainFactory grains)
    {
        if (await Find(name, hash, grains) is null)
            return StrategyName.UnknownVersion;
        var errors = new List<FieldError>();
        var wanted = body.Over(new BacktestRequest(), errors);
        var act = OperatorName.Read(request, wanted.Operator, wanted.Reason, errors);
        if (!markets.TryFind(wanted.Pair, out var market)
            && errors.TrueForAll(error => error.Field != "pair"))
        {
            errors.Add(new FieldError(
                "pair", "pair must be the name of a listed pair; GET /pairs lists them."));
        }
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var outcome = await grains.GetGrain<IStrategyGrain>(name)
            .Backtest(hash, market!.Name, act);
        if (outcome.Refusal != StrategyRefusal.None)
            return StrategyRefusals.ToProblem(outcome.Refusal, outcome.Detail);
        var backtest = await grains.GetGrain<IStrategyVersionGrain>(
            IStrategyVersionGrain.KeyOf(name, hash)).GetBacktest();
        return TypedResults.Accepted(
            $"/strategies/{name}/versions/{hash}/backtest", BacktestDocument.From(backtest!));
    }

    private static async Task<Results<Ok<ShadowView[]>, ProblemHttpResult>> GetShadow(
        string name, string hash, IGrainFactory grains) =>
        await Find(name, hash, grains) is null
            ? StrategyName.UnknownVersion
            : TypedResults.Ok(await grains.GetGrain<IStrategyGrain>(name).GetShadows(hash));

    private static async Task<IResult> EndShadow(
        string name, string hash, HttpRequest request, IGrainFactory grains)
    {
        if (await Find(name, hash, grains) is null)
            return StrategyName.UnknownVersion;
        var errors = new List<FieldError>();
        var act = OperatorName.Read(request, null, null, errors);
        return errors.Count > 0
            ? Problem.Invalid(errors)
            : await LifeEndpoints.Tell(
                name, grains, strategy => strategy.EndShadow(hash, act));
    }

    private static async ValueTask<StrategyContent?> Find(
        string name, string hash, IGrainFactory grains) =>
        StrategyName.IsValid(name) && StrategyName.IsVersion(hash)
            ? await grains.GetGrain<IStrategyVersionGrain>(
                IStrategyVersionGrain.KeyOf(name, hash)).Get()
            : null;
}
