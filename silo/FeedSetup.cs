using MarketMaker.Feeds;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Recording;
using MarketMaker.Feeds.Rest;
using MarketMaker.Feeds.Simulated;
using MarketMaker.Grains.Feeds;
using MarketMaker.Silo.Settings;
using MarketMaker.Silo.Simulation;

namespace MarketMaker.Silo;

/// <summary>Adds the reference prices: a venue's, or those of a simulated venue in this process
/// that speaks the same protocol. Nothing else differs.</summary>
internal static class FeedSetup
{
    private const string Setting = "Feeds:Binance:Url";
    private const int LiveLines = 2;
    private const string LiveUrl = "wss://stream.binance.com:9443";

    public static async Task AddFeed(
        this WebApplicationBuilder builder, IVenueSource? prices, CancellationToken cancellation)
    {
        var simulation = SimulationSettings.From(builder.Configuration);
        var named = builder.Configuration[Setting];
        var options = prices is not null || (simulation.Venue && string.IsNullOrEmpty(named))
            ? await builder.AddSimulatedVenue(prices, simulation.Seed, cancellation)
            : Live(string.IsNullOrEmpty(named) ? LiveUrl : named);
        // What is wrong is told now, not when the first pair asks for its feed.
        BinanceAdapter.Validate(builder.Configuration);
        RestSettings.Read(builder.Configuration, BinanceFeed.Name, options.Url);
        builder.Services.AddSingleton(services => ToFeed(options, services));
        builder.Services.AddSingleton<ReferenceFeed>();
        builder.Services.AddSingleton<IReferenceFeed>(
            services => services.GetRequiredService<ReferenceFeed>());
        builder.Services.AddHostedService(
            services => services.GetRequiredService<ReferenceFeed>());
    }

    private static (Uri Url, int Lines, string Source) Live(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("ws" or "wss"))
            throw new SettingsException(Setting, "must be a ws:// or wss:// address");
        return (uri, LiveLines, $"Binance at {uri.Authority}");
    }

    private static ReferenceFeedOptions ToFeed(
        (Uri Url, int Lines, string Source) venue, IServiceProvider services) =>
        new(
            [
                sink => Checked(services, venue.Url, sink, watched =>
                    Recorded(services, recorder => BinanceAdapter.Make(
                        new BinanceFeedOptions
                        {
                            Url = venue.Url,
                            Lines = venue.Lines,
                            WithTrades = recorder is not null,
                        },
                        watched,
                        services,
                        recorder))),
            ],
            venue.Source);

    /// <summary>A feed beside which the venue's REST answers are asked, unless the settings say
    /// otherwise.</summary>
    private static IVenueFeed Checked(
        IServiceProvider services,
        Uri url,
        IVenueQuoteSink sink,
        Func<IVenueQuoteSink, IVenueFeed> make) =>
        RestSettings.Read(services.GetRequiredService<IConfiguration>(), BinanceFeed.Name, url)
            is { } options
                ? new CheckedFeed(
                    options, sink, make,
                    services.GetRequiredService<TimeProvider>(),
                    services.GetRequiredService<ILogger<CheckedFeed>>())
                : make(sink);

    /// <summary>A feed whose frames go to the recorder, if there is one.</summary>
    private static IVenueFeed Recorded(
        IServiceProvider services, Func<PairRecorder?, IVenueFeed> make) =>
        services.GetService<PairRecorder>() is { } recorder
            ? new TapedFeed(make(recorder), recorder)
            : make(null);

    private static async Task<(Uri Url, int Lines, string Source)> AddSimulatedVenue(
        this WebApplicationBuilder builder,
        IVenueSource? prices,
        int seed,
        CancellationToken cancellation)
    {
        var source = prices ?? new PriceProcessSource(
            [.. CatalogueSetup.Read(builder.Configuration).Values.Select(ToProcess)],
            seed,
            TimeProvider.System);
        // It listens before the silo starts, because the feed must know its address.
        var venue = new SimulatedVenue(source);
        await venue.StartAsync(cancellation);
        builder.Services.AddSingleton(_ => venue);
        builder.Services.AddHostedService<SimulatedVenueLifetime>();
        // A tape is played to one line: what it brings is to be counted exactly.
        return (
            venue.Url,
            prices is null ? LiveLines : 1,
            prices is null ? "simulated venue (seeded prices)" : "simulated venue (a tape)");
    }

    private static PriceProcessOptions ToProcess(PairSettings pair) => new()
    {
        Symbol = pair.Symbol,
        StartPrice = pair.Simulated.Price,
        TickSize = pair.TickSize,
        LotSize = pair.LotSize,
        MeanSize = pair.Maker.Size,
        AnnualVolatility = pair.Simulated.AnnualVolatility,
    };
}
