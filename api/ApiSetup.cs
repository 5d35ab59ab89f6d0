using MarketMaker.Api.Accounts;
using MarketMaker.Api.Books;
using MarketMaker.Api.Configuration;
using MarketMaker.Api.Dashboard;
using MarketMaker.Api.Documentation;
using MarketMaker.Api.Events;
using MarketMaker.Api.Health;
using MarketMaker.Api.Inventory;
using MarketMaker.Api.Json;
using MarketMaker.Api.MarketData;
using MarketMaker.Api.Orders;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.PairStrategy;
using MarketMaker.Api.Problems;
using MarketMaker.Api.Quotes;
using MarketMaker.Api.Safeguards;
using MarketMaker.Api.Statistics;
using MarketMaker.Api.Strategies;
using MarketMaker.Api.Trades;
using MarketMaker.Api.Wallets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MarketMaker.Api;

/// <summary>Puts the HTTP API into a host: <see cref="AddApi"/>, <see cref="UseApi"/>,
/// <see cref="MapApi"/>.</summary>
/// <remarks>The host provides <c>IGrainFactory</c>, <c>PairCatalogue</c>, <c>IMarketFeed</c> and
/// <see cref="IReadiness"/>, may configure <see cref="ApiOptions"/>, and limits request bodies to
/// <see cref="ApiLimits.MaxRequestBodyBytes"/>.</remarks>
public static class ApiSetup
{
    /// <summary>Adds what the endpoints need.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ApiOptions>();
        services.AddSingleton<Markets>();
        services.AddSingleton<TransferReader>();
        services.AddSingleton<EventSource>();
        services.AddSingleton<EventFeed>();
        services.AddProblemDetails();
        services.AddExceptionHandler<ExceptionProblems>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => JsonSetup.Apply(json.SerializerOptions));
        return services.AddApiDocument();
    }

    /// <summary>Makes every failure a problem document (RFC 9457).</summary>
    public static IApplicationBuilder UseApi(this IApplicationBuilder app) =>
        app.UseExceptionHandler().UseStatusCodePages(StatusProblems.Write);

    /// <summary>Maps every endpoint, the documentation and the page.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("").AddEndpointFilterFactory(LimitsFilter.Create);
        api.MapPairs();
        api.MapConfiguration();
        api.MapPairStrategy();
        api.MapBooks();
        api.MapDepth();
        api.MapOrders();
        api.MapLadders();
        api.MapAccounts();
        api.MapWallets();
        api.MapSafeguards();
        api.MapTrades();
        api.MapInventory();
        api.MapStatistics();
        api.MapStrategies();
        api.MapEvents();
        api.MapHealth();
        routes.MapApiDocument();
        routes.MapDashboard();
        return routes;
    }
}
