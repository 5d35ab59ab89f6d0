using MarketMaker.Api.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Events;

/// <summary>/events: all active pairs, four times a second, as server-sent events.</summary>
internal static class EventEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/events", Listen)
            .WithTags("Events")
            .WithSummary("All active pairs, four times a second")
            .WithDescription("Server-sent events named pairs. A slow client misses events, never "
                + "the newest.")
            .Produces<PairsEvent>(contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Results<ServerSentEventsResult<string>, ProblemHttpResult> Listen(
        HttpResponse response, EventFeed feed)
    {
        if (!feed.TryJoin(out var listener))
        {
            return Problem.Unavailable(
                "No more listeners",
                $"{ApiLimits.MaxEventClients} clients listen, which is the limit, or the host is "
                + "stopping.");
        }
        response.RegisterForDispose(listener);
        return TypedResults.ServerSentEvents(listener.Events, "pairs");
    }
}
