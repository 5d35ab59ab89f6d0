using MarketMaker.Feeds;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Recording;
using MarketMaker.Silo.Settings;
#if USE_BINANCE_NET
using MarketMaker.BinanceNet;
#endif

namespace MarketMaker.Silo;

/// <summary>Makes the adapter that the settings name for Binance.</summary>
internal static class BinanceAdapter
{
    private const string Setting = "Feeds:Binance:Adapter";
    private const string Native = "native";
    private const string Library = "binance-net";

    private const bool HasLibrary =
#if USE_BINANCE_NET
        true;
#else
        false;
#endif

    /// <summary>Refuses an adapter that there is not, or that this build does not have.</summary>
    /// <exception cref="SettingsException">It does.</exception>
    public static void Validate(IConfiguration settings)
    {
        switch (settings[Setting])
        {
            case null or "" or Native:
            case Library when HasLibrary:
                return;
            case Library:
                throw new SettingsException(
                    $"The setting {Setting} asks for {Library}, and this build has no such "
                    + "adapter. Build it with the package, for example with: dotnet run -c Release "
                    + "-p:UseBinanceNet=true --project silo; or set it to native. "
                    + "See feeds-binance-net/README.md.");
            default:
                throw new SettingsException(Setting, $"must be {Native} or {Library}");
        }
    }

    /// <summary>Makes the adapter. The library hands over no frames to record.</summary>
    public static IVenueFeed Make(
        BinanceFeedOptions options,
        IVenueQuoteSink sink,
        IServiceProvider services,
        PairRecorder? recorder)
    {
        var time = services.GetRequiredService<TimeProvider>();
#if USE_BINANCE_NET
        if (services.GetRequiredService<IConfiguration>()[Setting] == Library)
        {
            return new BinanceNetFeed(
                options, sink, time, services.GetRequiredService<ILogger<BinanceNetFeed>>());
        }
#endif
        return new BinanceFeed(
            options, sink, time, services.GetRequiredService<ILogger<BinanceFeed>>(), recorder);
    }
}
