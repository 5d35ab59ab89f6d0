using MarketMaker.Api.Pairs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Inventory;

/// <summary>/pairs/{pair}/inventory: what the maker has.</summary>
internal static class InventoryEndpoints
{
    /// <summary>Maps the endpoint.</summary>
    public static void MapInventory(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pairs/{pair}/inventory", Get)
            .WithTags("Inventory")
            .WithSummary("What the maker has")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<InventoryDocument>> Get(string pair, Markets markets)
    {
        var market = markets.Get(pair);
        return TypedResults.Ok(
            InventoryDocument.From(market.Spec, await market.Maker.GetInventory()));
    }
}
