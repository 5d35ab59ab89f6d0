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

/// <summary>/strategies/{name}/activate and its siblings: how a version comes into force, and
/// leaves it.</summary>
internal static class LifeEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapStrategyLife(this RouteGroupBuilder strategies)
    {
        Describe<ActivationRequest>(strategies.MapPost("{name}/activate", Activate))
            .WithSummary("Put a version in force: on all pairs, on some, or in the shadow")
            .WithDescription("Every silo makes the version ready first; then each pair exchanges "
                + "it between two ticks, and unchanged quotes keep their place in the queue. If a "
                + "pair is not ready, nothing changes. 202 says that another person must approve "
                + "it. The version in force can be neither a shadow nor a canary.")
            .Produces<StrategyOutcomeDocument>(StatusCodes.Status202Accepted);
        Describe<ApprovalBody>(strategies.MapPost("{name}/approve", Approve))
            .WithSummary("Approve, and carry out, what another person has uploaded");
        Describe<RollbackBody>(strategies.MapPost("{name}/rollback", RollBack))
            .WithSummary("Go back to an earlier version")
            .WithDescription("Without a version, the canary ends; without a canary, the version "
                + "before returns. It needs no approval.");
        strategies.MapGet("{name}/audit", GetAudit)
            .WithSummary("Who did what to the rule, when and why; the latest 1000, latest first")
            .WithDescription("Those before a line: ?before= its number.")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder Describe<TBody>(RouteHandlerBuilder route)
        where TBody : notnull =>
        route.Accepts<TBody>("application/json")
            .Produces<StrategyOutcomeDocument>()
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> Activate(
        string name, JsonBody body, HttpRequest request, Markets markets, IGrainFactory grains)
    {
        var errors = new List<FieldError>();
        var wanted = body.Over(new ActivationRequest(), errors);
        var act = OperatorName.Read(request, wanted.Operator, wanted.Reason, errors);
        RequireVersion(wanted.Version, errors);
        var pairs = FindPairs(wanted, markets, errors);
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        return await Tell(name, grains, strategy => strategy.Activate(
            new RolloutRequest(wanted.Version, wanted.Mode, pairs, act)));
    }

    private static async Task<IResult> Approve(
        string name, JsonBody body, HttpRequest request, IGrainFactory grains)
    {
        var errors = new List<FieldError>();
        var wanted = body.Over(new ApprovalBody(), errors);
        var act = OperatorName.Read(request, wanted.Operator, wanted.Reason, errors);
        RequireVersion(wanted.Version, errors);
        return errors.Count > 0
            ? Problem.Invalid(errors)
            : await Tell(name, grains, strategy => strategy.Approve(wanted.Version, act));
    }

    private static async Task<IResult> RollBack(
        string name, JsonBody body, HttpRequest request, IGrainFactory grains)
    {
        var errors = new List<FieldError>();
        var wanted = body.Over(new RollbackBody(), errors);
        var act = OperatorName.Read(request, wanted.Operator, wanted.Reason, errors);
        if (wanted.Version is not null)
            RequireVersion(wanted.Version, errors);
        return errors.Count > 0
            ? Problem.Invalid(errors)
            : await Tell(name, grains, strategy => strategy.RollBack(
                new RollbackRequest(wanted.Version, wanted.Strict, wanted.Bad, act)));
    }

    private static async Task<Results<Ok<AuditDocument[]>, ProblemHttpResult>> GetAudit(
        string name,
        [Limits(1, long.MaxValue)] long? before,
        IGrainFactory grains)
    {
        if (!StrategyName.IsValid(name))
            return StrategyName.Unknown;
        var strategy = grains.GetGrain<IStrategyGrain>(name);
        var audit = await strategy.GetAudit(before ?? long.MaxValue);
        return audit.Length == 0 && await strategy.GetView() is null
            ? StrategyName.Unknown
            : TypedResults.Ok(audit.Select(AuditDocument.From).ToArray());
    }

    internal static async Task<IResult> Tell(
        string name, IGrainFactory grains, Func<IStrategyGrain, Task<StrategyOutcome>> step)
    {
        if (!StrategyName.IsValid(name)
            || await grains.GetGrain<IStrategyGrain>(name).GetView() is null)
            return StrategyName.Unknown;
        var outcome = await step(grains.GetGrain<IStrategyGrain>(name));
        if (outcome.Refusal != StrategyRefusal.None)
            return StrategyRefusals.ToProblem(outcome.Refusal, outcome.Detail);
        var document = StrategyOutcomeDocument.From(outcome);
        return outcome.AwaitsApproval
            ? TypedResults.Accepted((string?)null, document)
            : TypedResults.Ok(document);
    }

    private static void RequireVersion(string version, List<FieldError> errors)
    {
        if (!StrategyName.IsVersion(version)
            && errors.TrueForAll(error => error.Field != "version"))
        {
            errors.Add(new FieldError(
                "version", "version must be a content hash, 64 of the characters 0-9, a-f."));
        }
    }

    private static string[] FindPairs(
        ActivationRequest wanted, Markets markets, List<FieldError> errors)
    {
        if (errors.Exists(error => error.Field is "pairs" or "mode"))
            return [];
        if (wanted.Mode == RolloutMode.Active)
        {
            if (wanted.Pairs.Count > 0)
            {
                errors.Add(new FieldError(
                    "pairs", "pairs must be empty for active, which is on all pairs."));
            }
            return [];
        }
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pair in wanted.Pairs)
        {
            if (markets.TryFind(pair, out var market))
                names.Add(market.Name);
        }
        if (wanted.Pairs.Count == 0 || names.Count < wanted.Pairs.Count)
        {
            errors.Add(new FieldError(
                "pairs",
                "pairs must name at least one listed pair, and each once; GET /pairs lists them."));
        }
        return [.. names];
    }
}
