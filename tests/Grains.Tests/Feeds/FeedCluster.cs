using System.Collections.Concurrent;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;
using MarketMaker.Feeds.Recording;
using MarketMaker.Feeds.Simulated;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Backtests;
using MarketMaker.Grains.Feeds;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Streams;
using MarketMaker.Grains.Telemetry;
using MarketMaker.Grains.Tests.Journal;
using MarketMaker.Strategies.Library;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Serialization;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Feeds;

/// <summary>Silos with the real adapters, each connected to a simulated venue of its own, so that
/// what a silo subscribes to is seen there. Every pair has a source at Binance and one at OKX.
/// </summary>
internal sealed class FeedCluster : IAsyncDisposable
{
    private const int Venues = 4;

    private readonly InProcessTestCluster _cluster;
    private readonly IReadOnlyList<SimulatedVenue> _venues;

    private FeedCluster(
        InProcessTestCluster cluster, IReadOnlyList<SimulatedVenue> venues, LogLines log)
    {
        Log = log;
        _cluster = cluster;
        _venues = venues;
    }

    /// <summary>All that the silos log.</summary>
    public LogLines Log { get; }

    /// <summary>Starts one silo.</summary>
    public static async Task<FeedCluster> StartAsync(IReadOnlyList<string> bases)
    {
        // They listen before the silos start, because the adapters must know their addresses.
        var venues = Enumerable.Range(0, Venues)
            .Select(_ => new SimulatedVenue(Prices(bases))).ToList();
        foreach (var venue in venues)
            await venue.StartAsync();
        var catalogue = new PairCatalogue(bases.Select(Listing));
        var store = new MemoryJournalStore();
        var untaken = new ConcurrentQueue<SimulatedVenue>(venues);
        var log = new LogLines();
        var cluster = await LocalCluster.StartAsync(
            1, silo => Configure(silo, catalogue, store, untaken, log));
        return new FeedCluster(cluster, venues, log);
    }

    /// <summary>A pair's maker.</summary>
    public IPairMakerGrain Maker(string asset) =>
        _cluster.Client.GetGrain<IPairMakerGrain>($"{asset}-USDT");

    /// <summary>The venue that a silo is connected to.</summary>
    public SimulatedVenue Venue(int silo) => Service<SiloVenue>(silo).Venue;

    public ReferenceFeed Feed(int silo) => Service<ReferenceFeed>(silo);

    /// <summary>The silo where a grain is awake.</summary>
    public int SiloOf(IAddressable grain)
    {
        var address = _cluster.SiloOf(grain);
        Assert.NotNull(address);
        return _cluster.Silos.ToList().FindIndex(silo => silo.SiloAddress.Equals(address));
    }

    /// <summary>Starts silos until another than the first is to have one of the pairs.</summary>
    /// <returns>That one's base asset, and the silo.</returns>
    public async Task<(string Asset, int Silo)> GrowAsync(IReadOnlyList<string> bases)
    {
        while (true)
        {
            await _cluster.StartAdditionalSiloAsync();
            await _cluster.HaveHeardOfEachOther();
            var silos = _cluster.Silos.Select(silo => silo.SiloAddress).ToList();
            foreach (var asset in bases)
            {
                var chosen = AnchoredPlacementDirector.Choose(
                    Maker(asset).GetGrainId().Key, silos);
                if (chosen != silos[0])
                    return (asset, silos.IndexOf(chosen));
            }
        }
    }

    /// <summary>Has a maker leave its silo: who needs it wakes it where it belongs.</summary>
    public Task PutToSleepAsync(IPairMakerGrain maker) => _cluster.DeactivateAsync(maker);

    public Task StopAsync(int silo) => _cluster.StopSiloAsync(_cluster.Silos[silo]);

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
        foreach (var venue in _venues)
            await venue.DisposeAsync();
    }

    private T Service<T>(int silo)
        where T : notnull =>
        _cluster.Silos[silo].ServiceProvider.GetRequiredService<T>();

    private static void Configure(
        ISiloBuilder silo,
        PairCatalogue catalogue,
        MemoryJournalStore store,
        ConcurrentQueue<SimulatedVenue> untaken,
        LogLines log)
    {
        silo.ConfigureLogging(logging => logging.AddProvider(log));
        silo.AddMemoryGrainStorageAsDefault(storage => storage.Configure<Serializer>(
            (options, serializer) => options.GrainStorageSerializer =
                new OrleansGrainStorageSerializer(serializer)));
        silo.AddJournal(store);
        silo.AddSiloLocalStreams(StreamNames.Provider);
        silo.AddAnchoredPlacement();
        silo.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(catalogue)
            .AddSingleton<RuleLibrary>()
            .AddSingleton<QuoteLatency>()
            .AddSingleton<PairBacktests>()
            .AddSingleton<IPairTapes, NoPairTapes>()
            .AddSingleton(_ => new SiloVenue(
                untaken.TryDequeue(out var venue)
                    ? venue
                    : throw new InvalidOperationException("There is a venue for each silo.")))
            .AddSingleton(services => Adapters(
                services.GetRequiredService<SiloVenue>().Venue,
                services.GetRequiredService<ILoggerFactory>()))
            .AddSingleton<ReferenceFeed>()
            .AddSingleton<IReferenceFeed>(
                services => services.GetRequiredService<ReferenceFeed>())
            .AddHostedService(services => services.GetRequiredService<ReferenceFeed>());
    }

    private static ReferenceFeedOptions Adapters(
        SimulatedVenue venue, ILoggerFactory loggers) => new(
        [
            sink => new BinanceFeed(
                new BinanceFeedOptions { Url = venue.Url }, sink, TimeProvider.System,
                loggers.CreateLogger<BinanceFeed>()),
            sink => new OkxFeed(
                new OkxFeedOptions { Url = venue.Url }, sink, TimeProvider.System,
                loggers.CreateLogger<OkxFeed>()),
        ],
        "a simulated venue");

    private static PriceProcessSource Prices(IEnumerable<string> bases) => new(
        [
            .. bases.Select(asset => new PriceProcessOptions
            {
                Symbol = $"{asset}USDT",
                OkxSymbol = $"{asset}-USDT",
                StartPrice = 600m,
                TickSize = 0.01m,
                LotSize = 0.0001m,
                MeanSize = 1m,
            }),
        ],
        seed: 1, TimeProvider.System);

    private static PairListing Listing(string asset)
    {
        var spec = new PairSpec(
            PairId.Parse($"{asset}-USDT"), 0.01m, 0.0001m, new Price(100_000_000),
            new Quantity(1_000_000_000));
        return new PairListing
        {
            Spec = spec,
            VenueSymbol = $"{asset}USDT",
            Feeds =
            [
                new PairFeed(BinanceFeed.Name, $"{asset}USDT", spec),
                new PairFeed(OkxFeed.Name, $"{asset}-USDT", spec),
            ],
            // What is far or old is not the subject here, and a slow machine must not make it so.
            Reference = new ReferencePlan(
                2, [new SourcePlan(0), new SourcePlan(1)],
                ReferenceLimits.None with { MaxDistance = new Ratio(100_000) }),
            Fees = new FeeSchedule(new FeeRate(-50), new FeeRate(500)),
            Defaults = new PairConfiguration { Levels = 5, Size = 1, SkewFactor = 0.01m },
            BaseCapital = new Quantity(1_000_000),
            QuoteCapital = new Notional(10_000_000_000_000_000),
            StartsWithSilo = false,
        };
    }
}
