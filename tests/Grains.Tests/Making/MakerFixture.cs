using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Grains.Feeds;
using MarketMaker.Grains.Placement;
using MarketMaker.Grains.Streams;
using MarketMaker.Grains.Telemetry;
using MarketMaker.Grains.Tests.Journal;
using MarketMaker.Strategies.Library;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>A silo with the real grains, streams and placement; each test takes a pair of its own
/// from <see cref="NewPair"/>.</summary>
public sealed class MakerFixture : IAsyncLifetime
{
    private const int Pairs = 50;

    private readonly ShiftedTime _time = new();
    private InProcessTestCluster _cluster = null!;
    private int _taken;

    internal FaultyJournalStore Store { get; } = new(new MemoryJournalStore());

    internal ScriptedFeed Feed { get; private set; } = null!;

    internal IGrainFactory Grains { get; private set; } = null!;

    internal IServiceProvider Services => _cluster.Silos[0].ServiceProvider;

    public async Task InitializeAsync()
    {
        _cluster = await LocalCluster.StartAsync(1, silo =>
        {
            // As the product stores it: in the binary form, which restarts read back.
            silo.AddMemoryGrainStorageAsDefault(storage => storage.Configure<Serializer>(
                (options, serializer) => options.GrainStorageSerializer =
                    new OrleansGrainStorageSerializer(serializer)));
            silo.AddJournal(Store);
            silo.AddSiloLocalStreams(StreamNames.Provider);
            silo.AddAnchoredPlacement();
            silo.Services.AddSingleton<TimeProvider>(_time);
            silo.Services.AddSingleton(
                new PairCatalogue(Enumerable.Range(0, Pairs).Select(Listing)));
            silo.Services.AddSingleton<RuleLibrary>();
            silo.Services.AddSingleton<QuoteLatency>();
            silo.Services.AddSingleton<ScriptedFeed>();
            silo.Services.AddSingleton<IReferenceFeed>(
                services => services.GetRequiredService<ScriptedFeed>());
        });
        Feed = Services.GetRequiredService<ScriptedFeed>();
        Grains = _cluster.ClientOf(0);
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    /// <summary>A pair that no other test has: ticks of 0.01, lots of 0.001, five levels of 1,
    /// 0.1 % apart, capital of 1000 and 100 000; of its quotes 6.9 may trade in a second.</summary>
    internal async Task<MakerUnderTest> NewPair()
    {
        var listing = NewListing();
        var pair = listing.Spec.Id.ToString();
        var maker = Grains.GetGrain<IPairMakerGrain>(pair);
        await maker.GetStatus();
        return new MakerUnderTest(
            listing, maker, Grains.GetGrain<IMatchingEngineGrain>(pair), Feed, _time);
    }

    /// <summary>A pair that no other test has, and that has no maker yet.</summary>
    internal PairListing NewListing() => Listing(Interlocked.Increment(ref _taken) - 1);

    private static PairListing Listing(int index) => new()
    {
        Spec = new PairSpec(
            PairId.Parse($"T{index:00}-USDT"),
            0.01m,
            0.001m,
            new Price(10_000_000),
            new Quantity(1_000_000_000)),
        VenueSymbol = $"T{index:00}USDT",
        Fees = new FeeSchedule(new FeeRate(-50), new FeeRate(500)),
        Defaults = new PairConfiguration { Levels = 5, Size = 1, SkewFactor = 0.01m },
        BaseCapital = new Quantity(1_000_000),
        QuoteCapital = new Notional(10_000_000_000),
        StartsWithSilo = false,
        Limits = new MarketLimits
        {
            Protection = new QuoteProtection(
                new Quantity(6_900), default, TimeSpan.FromSeconds(1), TimeSpan.Zero),
        },
    };
}
