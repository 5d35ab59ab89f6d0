using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace MarketMaker.Api.Pairs;

/// <summary>/pairs: what is listed, what each maker does, and the operator's switch.</summary>
internal static class PairEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    public static void MapPairs(this IEndpointRouteBuilder routes)
    {
        var pairs = routes.MapGroup("/pairs").WithTags("Pairs");
        pairs.MapGet("", List).WithSummary("All listed pairs, and what their makers do");
        pairs.MapGet("{pair}", Get)
            .WithSummary("What a pair's maker does, and why")
            .WithDescription("The first request makes the maker: it begins to quote with the "
                + "next reference price.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapMode(pairs, "start", MakerMode.Running, "Quote");
        MapMode(pairs, "pause", MakerMode.Paused, "Follow the market, but do not quote");
        MapMode(pairs, "stop", MakerMode.Stopped, "Do not quote, and let go of the feed");
    }

    private static async Task<Ok<PairSummary[]>> List(Markets markets)
    {
        var active = (await markets.ListActive()).ToHashSet();
        return TypedResults.Ok(await Task.WhenAll(markets.Listed.Select(Summarize)));

        async Task<PairSummary> Summarize(Market market)
        {
            if (!active.Contains(market.Name))
                return PairSummary.From(market, null);
            try
            {
                return PairSummary.From(market, await market.Maker.GetStatus());
            }
            catch (PairOutOfServiceException exception)
            {
                return PairSummary.From(market, null) with { Explanation = exception.Message };
            }
        }
    }

    private static async Task<Ok<PairDocument>> Get(string pair, Markets markets)
    {
        var market = markets.Get(pair);
        return TypedResults.Ok(PairDocument.From(market.Spec, await market.Maker.GetStatus()));
    }

    private static void MapMode(
        IEndpointRouteBuilder pairs, string verb, MakerMode mode, string summary)
    {
        pairs.MapPost("{pair}/" + verb, Set)
            .WithSummary(summary)
            .WithDescription("Durable when the answer comes; a repeat changes nothing.")
            .ProducesProblem(StatusCodes.Status404NotFound);

        async Task<Ok<PairDocument>> Set(string pair, Markets markets)
        {
            var market = markets.Get(pair);
            return TypedResults.Ok(
                PairDocument.From(market.Spec, await market.Maker.SetMode(mode)));
        }
    }
}
