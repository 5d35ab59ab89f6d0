using MarketMaker.Api.Pairs;
using MarketMaker.Api.Problems;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Trades;

/// <summary>/pairs/{pair}/trades: the numbered trade log.</summary>
internal static class TradeEndpoints
{
    private const int DefaultLimit = 100;

    /// <summary>Maps the endpoint.</summary>
    public static void MapTrades(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pairs/{pair}/trades", Get)
            .WithTags("Trades")
            .WithSummary("The latest trades, or those after a number")
            .WithDescription("Newest first. With after: the trades that follow that number, oldest "
                + "first, so that a reader that remembers the last number misses none.")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<TradesDocument>> Get(
        string pair,
        Markets markets,
        [Limits(0, long.MaxValue)] long? after,
        [Limits(1, FillPage.MaxFills)] long limit = DefaultLimit)
    {
        var market = markets.Get(pair);
        var page = after is { } known
            ? await market.Engine.GetFills(known, (int)limit)
            : await market.Engine.GetLatestFills((int)limit);
        var fills = after is null ? page.Fills.Reverse() : page.Fills;
        return TypedResults.Ok(new TradesDocument(
            market.Name,
            page.LastFill,
            [.. fills.Select(fill => TradeDocument.From(market.Spec, fill))]));
    }
}
