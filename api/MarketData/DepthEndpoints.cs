using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.MarketData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace MarketMaker.Api.MarketData;

/// <summary>/pairs/{pair}/depth: the book for those who keep a copy of it.</summary>
internal static class DepthEndpoints
{
    private const string Proof =
        "checksum is CRC-32C over 64-bit little-endian integers: the number of bids counted in "
        + "(the best 25, or all), for each of them its price in ticks, its size in lots and its "
        + "number of orders, best first; then the same of the asks.";

    /// <summary>Maps the endpoints.</summary>
    public static void MapDepth(this IEndpointRouteBuilder routes)
    {
        var depth = routes.MapGroup("/pairs/{pair}/depth")
            .WithTags("Book")
            .ProducesProblem(StatusCodes.Status404NotFound);
        depth.MapGet("", Get)
            .WithSummary("Up to 1000 levels of both sides, numbered and with a checksum")
            .WithDescription(Proof);
        depth.MapGet("stream", Follow)
            .WithSummary("A snapshot of the depth, then its changes")
            .WithDescription("Server-sent events: one named snapshot (a DepthDocument), then ones "
                + "named diff, at most 20 a second and at least one in 5 seconds. A slow client "
                + "gets what it missed in its next diff. " + Proof)
            .Produces<DepthDiffDocument>(contentType: "text/event-stream")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Ok<DepthDocument>> Get(string pair, Markets markets)
    {
        var market = markets.Get(pair);
        // Nothing is known of it, so it is not what the caller knows already.
        var view = (await market.Engine.GetMarketView(sequence: 0, lastFill: 0))!;
        return TypedResults.Ok(DepthDocument.From(market.Spec, view.At, view.Depth));
    }

    private static Results<ServerSentEventsResult<string>, ProblemHttpResult> Follow(
        string pair,
        Markets markets,
        HttpContext context,
        IMarketFeed feed,
        IOptions<JsonOptions> json)
    {
        var market = markets.Get(pair);
        if (!feed.TryFollow(market.Spec.Id, out var follower))
        {
            return Problem.Unavailable(
                "No more followers",
                $"{IMarketFeed.MaxFollowers} clients follow market data here, which is the limit, "
                + "or the host is stopping.");
        }
        context.Response.RegisterForDispose(follower);
        return TypedResults.ServerSentEvents(
            Events(market.Spec, follower, json.Value.SerializerOptions, context.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        PairSpec spec,
        IMarketFollower follower,
        JsonSerializerOptions json,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var update in DepthUpdate.Follow(follower, cancellationToken))
        {
            yield return update.Diff is { } diff
                ? Event("diff", DepthDiffDocument.From(spec, update.At, diff))
                : Event("snapshot", DepthDocument.From(spec, update.At, update.Snapshot!));
        }

        SseItem<string> Event<T>(string name, T document) =>
            new(JsonSerializer.Serialize(document, json), name);
    }
}
