using MarketMaker.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Health;

/// <summary>/health: for the orchestrator that restarts the host and sends it traffic.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("live", Live)
            .WithSummary("Whether the process answers")
            .WithDescription("Asks nobody else: a restart would not cure what is wrong elsewhere.");
        health.MapGet("ready", Ready)
            .WithSummary("Whether the host can take traffic")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<HealthDocument> Live() => TypedResults.Ok(new HealthDocument("live", null));

    private static async Task<Results<Ok<HealthDocument>, ProblemHttpResult>> Ready(
        IReadiness readiness, CancellationToken cancellationToken)
    {
        var answer = await readiness.Check(cancellationToken);
        return answer.IsReady
            ? TypedResults.Ok(new HealthDocument("ready", answer.Explanation))
            : Problem.Unavailable("Not ready", answer.Explanation);
    }
}
