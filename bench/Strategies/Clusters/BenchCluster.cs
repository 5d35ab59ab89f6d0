using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Strategies;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Feeds.Recording;
using MarketMaker.Grains.Backtests;
using MarketMaker.Grains.Feeds;
using MarketMaker.Grains.Journal;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Streams;
using MarketMaker.Grains.Telemetry;
using MarketMaker.Strategies.Library;
using MarketMaker.Strategies.Workers;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MarketMaker.Bench.Strategies.Clusters;

/// <summary>Silos in this process, with the real grains, streams, placement and feed; what they
/// store is in memory, and the prices are told without a socket.</summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    /// <summary>Who does what is measured.</summary>
    public static readonly StrategyAct Act = new("bench", "a measurement");

    private readonly InProcessTestCluster _cluster;

    private BenchCluster(InProcessTestCluster cluster) => _cluster = cluster;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    /// <summary>The first silo's.</summary>
    public IServiceProvider Services => _cluster.Silos[0].ServiceProvider;

    public static async Task<BenchCluster> Start(short silos, int pairs, int ticksPerSecond)
    {
        // Few cores and long turns starve the membership probes otherwise.
        ThreadPool.SetMinThreads(16, 16);
        var journal = new ForgetfulJournal();
        var key = ImageKey.NewRandom();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.ServiceId = "market-maker-bench";
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorageAsDefault(storage => storage.Configure<Serializer>(
                (options, serializer) => options.GrainStorageSerializer =
                    new OrleansGrainStorageSerializer(serializer)));
            silo.AddSiloLocalStreams(StreamNames.Provider);
            silo.AddAnchoredPlacement();
            silo.Services
                .AddSingleton(TimeProvider.System)
                .AddSingleton(new PairCatalogue(Enumerable.Range(0, pairs).Select(Listing)))
                .AddSingleton<IRuleCompiler>(
                    _ => new WorkerCompiler(new WorkerLimits(), TimeProvider.System))
                .AddSingleton(key)
                .AddSingleton<RuleLibrary>()
                .AddSingleton<QuoteLatency>()
                .AddSingleton<PairBacktests>()
                .AddSingleton<IPairTapes, NoPairTapes>()
                .AddSingleton<IJournalStore>(journal)
                .AddSingleton(new JournalOptions())
                .AddSingleton<JournalWriter>()
                .AddSingleton(new ReferenceFeedOptions(
                    [sink => new PacedVenue(sink, ticksPerSecond)], "a bench"))
                .AddSingleton<ReferenceFeed>()
                .AddSingleton<IReferenceFeed>(
                    services => services.GetRequiredService<ReferenceFeed>())
                .AddHostedService(services => services.GetRequiredService<ReferenceFeed>());
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        foreach (var silo in cluster.Silos)
            silo.ServiceProvider.GetRequiredService<JournalWriter>().Start();
        return new BenchCluster(cluster);
    }

    /// <summary>A pair's name.</summary>
    public static string Pair(int index) => $"P{index:000}-USDT";

    /// <summary>Has a pair use a rule, and waits until it quotes both sides.</summary>
    public async Task Quote(string pair, string strategy, CancellationToken cancellation)
    {
        var maker = Grains.GetGrain<IPairMakerGrain>(pair);
        var reply = await maker.Configure(
            await maker.GetConfiguration() with { Strategy = strategy });
        if (!reply.Accepted)
            throw new InvalidOperationException(reply.Errors[0].Message);
        while (!(await maker.GetStatus()).IsQuoting)
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellation);
    }

    /// <summary>Uploads a version.</summary>
    /// <exception cref="InvalidOperationException">It was rejected.</exception>
    public async Task<string> Upload(string strategy, string source)
    {
        var reply = await Grains.GetGrain<IStrategyGrain>(strategy)
            .Upload(new StrategyUpload(source, Act));
        return reply.Accepted
            ? reply.Version
            : throw new InvalidOperationException(string.Join("; ", reply.Diagnostics.Take(1)));
    }

    /// <summary>Puts a version in force on all pairs.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task Activate(string strategy, string version)
    {
        var outcome = await Grains.GetGrain<IStrategyGrain>(strategy)
            .Activate(new RolloutRequest(version, RolloutMode.Active, [], Act));
        if (outcome.Refusal != StrategyRefusal.None)
            throw new InvalidOperationException(outcome.Detail);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }

    private static PairListing Listing(int index) => new()
    {
        Spec = new PairSpec(
            PairId.Parse(Pair(index)), 0.01m, 0.001m, new Price(100_000_000),
            new Quantity(1_000_000_000)),
        VenueSymbol = $"P{index:000}USDT",
        Fees = new FeeSchedule(new FeeRate(-50), new FeeRate(500)),
        Defaults = new PairConfiguration { Levels = 10, Size = 1, SkewFactor = 0.001m },
        BaseCapital = new Quantity(1_000_000_000),
        QuoteCapital = new Notional(100_000_000_000_000_000),
        StartsWithSilo = false,
    };
}
