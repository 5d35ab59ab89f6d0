using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.Grains.MarketData;

namespace MarketMaker.Silo;

/// <summary>Adds what follows the markets on behalf of clients, whichever way they came.</summary>
internal static class MarketDataSetup
{
    public static void AddMarketData(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IMarketFeed, MarketFeed>();
}
