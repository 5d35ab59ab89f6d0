using MarketMaker.Api.Pairs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Statistics;

/// <summary>/pairs/{pair}/stats: what was measured.</summary>
internal static class StatisticsEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapStatistics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pairs/{pair}/stats", Get)
            .WithTags("Statistics")
            .WithSummary("Volume, spread captured, profit and loss, ticks, orders, obligations")
            .WithDescription("effectiveSpreadBps = 2 × spread captured / filled notional × 10 000; "
                + "null before the maker's first trade. The spread captured is Σ side × size × "
                + "(reference − price) over the maker's trades.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<StatisticsDocument>> Get(string pair, Markets markets)
    {
        var market = markets.Get(pair);
        var maker = await market.Maker.GetStatistics();
        return TypedResults.Ok(StatisticsDocument.From(
            market.Spec, await market.Engine.GetStatistics(), maker));
    }
}
