using MarketMaker.Feeds;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;
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
    private const int LiveLines = 2;

    public static async Task AddFeed(
        this WebApplicationBuilder builder, IVenueSource? prices, CancellationToken cancellation)
    {
        var settings = builder.Configuration;
        var options = prices is not null || FeedVenues.AreSimulated(settings)
            ? await builder.AddSimulatedVenue(prices, cancellation)
            : Live(settings);
        // What is wrong is told now, not when the first pair asks for its feed.
        BinanceAdapter.Validate(settings);
        _ = SilosPerAddress(settings);
        foreach (var (venue, url) in options.Urls)
            RestSettings.Read(settings, venue, url);
        builder.Services.AddSingleton(services => ToFeed(options, services));
        builder.Services.AddSingleton<ReferenceFeed>();
        builder.Services.AddSingleton<IReferenceFeed>(
            services => services.GetRequiredService<ReferenceFeed>());
        builder.Services.AddHostedService(
            services => services.GetRequiredService<ReferenceFeed>());
    }

    /// <summary>How many silos share an address, and with it a venue's limits.</summary>
    private static int SilosPerAddress(IConfiguration settings) =>
        settings.Number("Feeds:SilosPerAddress", 1, 1, VenueFeedOptions.MaxSilos);

    private static FeedEndpoints Live(IConfiguration settings)
    {
        var urls = FeedVenues.Connected(settings).ToDictionary(
            venue => venue, venue => FeedVenues.UrlOf(settings, venue));
        var source = urls.Select(
            venue => $"{FeedVenues.TitleOf(venue.Key)} at {venue.Value.Authority}");
        return new FeedEndpoints(urls, LiveLines, string.Join(", ", source));
    }

    private static ReferenceFeedOptions ToFeed(FeedEndpoints endpoints, IServiceProvider services)
    {
        var silos = SilosPerAddress(services.GetRequiredService<IConfiguration>());
        return new ReferenceFeedOptions(
            [.. endpoints.Urls.Select(venue => Factory(venue.Key, venue.Value))],
            endpoints.Source);

        Func<IVenueQuoteSink, IVenueFeed> Factory(string venue, Uri url) =>
            sink => Checked(services, venue, url, sink, watched =>
                Recorded(services, recorder => venue == OkxFeed.Name
                    ? new OkxFeed(
                        new OkxFeedOptions
                        {
                            Url = url,
                            Lines = endpoints.Lines,
                            WithTrades = recorder is not null,
                        }.AmongSilos(silos),
                        watched,
                        services.GetRequiredService<TimeProvider>(),
                        services.GetRequiredService<ILogger<OkxFeed>>(),
                        recorder)
                    : BinanceAdapter.Make(
                        new BinanceFeedOptions
                        {
                            Url = url,
                            Lines = endpoints.Lines,
                            WithTrades = recorder is not null,
                        }.AmongSilos(silos),
                        watched,
                        services,
                        recorder)));
    }

    /// <summary>A feed beside which the venue's REST answers are asked, unless the settings say
    /// otherwise.</summary>
    private static IVenueFeed Checked(
        IServiceProvider services,
        string venue,
        Uri url,
        IVenueQuoteSink sink,
        Func<IVenueQuoteSink, IVenueFeed> make) =>
        RestSettings.Read(services.GetRequiredService<IConfiguration>(), venue, url)
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

    private static async Task<FeedEndpoints> AddSimulatedVenue(
        this WebApplicationBuilder builder, IVenueSource? prices, CancellationToken cancellation)
    {
        var seed = SimulationSettings.From(builder.Configuration).Seed;
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
        return new FeedEndpoints(
            FeedVenues.Connected(builder.Configuration).ToDictionary(name => name, _ => venue.Url),
            prices is null ? LiveLines : 1,
            prices is null ? "simulated venue (seeded prices)" : "simulated venue (a tape)");
    }

    private static PriceProcessOptions ToProcess(PairSettings pair) => new()
    {
        Symbol = pair.Symbol,
        OkxSymbol = pair.Sources.FirstOrDefault(source => source.Venue == OkxFeed.Name)?.Symbol,
        StartPrice = pair.Simulated.Price,
        TickSize = pair.TickSize,
        LotSize = pair.LotSize,
        MeanSize = pair.Maker.Size,
        AnnualVolatility = pair.Simulated.AnnualVolatility,
    };
}
