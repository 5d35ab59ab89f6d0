using System.Collections.Immutable;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.GrainInterfaces.Streams;
using MarketMaker.Feeds.Recording;
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

namespace MarketMaker.Grains.Tests.Making;

/// <summary>A silo with the real grains, streams and placement; each test takes a pair of its own
/// from <c>NewPair</c>.</summary>
public class MakerFixture : IAsyncLifetime
{
    private const int Pairs = 50;

    /// <summary>From this one on, pairs have two sources.</summary>
    private const int FirstOfTwoSources = 40;

    private readonly ShiftedTime _time = new();
    private InProcessTestCluster _cluster = null!;
    private int _taken;
    private int _takenOfTwo = FirstOfTwoSources;

    internal FaultyJournalStore Store { get; } = new(new MemoryJournalStore());

    internal FaultyLog Log { get; } = new();

    internal ScriptedTapes Tapes { get; } = new();

    internal ScriptedFeed Feed { get; private set; } = null!;

    internal IGrainFactory Grains { get; private set; } = null!;

    internal IServiceProvider Services => _cluster.Silos[0].ServiceProvider;

    internal ImmutableList<SiloAddress> Silos =>
        [.. _cluster.Silos.Select(silo => silo.SiloAddress)];

    private protected virtual short SiloCount => 1;

    internal ScriptedFeed FeedOf(SiloAddress address) => _cluster.Silos
        .Single(silo => silo.SiloAddress.Equals(address))
        .ServiceProvider.GetRequiredService<ScriptedFeed>();

    /// <summary>Has a pair's maker wake on a silo, and waits until it has drawn its engine there.
    /// </summary>
    internal async Task Move(MakerUnderTest pair, SiloAddress silo) => await Until.Holds(async () =>
    {
        var awake = _cluster.SiloOf(pair.Maker) ?? silo;
        if (!awake.Equals(silo))
            await _cluster.DeactivateAsync(pair.Maker);
        // Asked from the silo that it has left: another one remembers where it was, and sends the
        // question, which wakes it, there.
        var maker = _cluster.ClientOf(Silos.IndexOf(awake))
            .GetGrain<IPairMakerGrain>(pair.Pair.ToString());
        await Anchor.At(silo, maker.GetConfiguration);
        return silo.Equals(_cluster.SiloOf(pair.Maker))
            && silo.Equals(await pair.Engine.GetSilo())
            && FeedOf(silo).Followed.ContainsKey(pair.Pair);
    });

    public async Task InitializeAsync()
    {
        _cluster = await LocalCluster.StartAsync(SiloCount, silo =>
        {
            // As the product stores it: in the binary form, which restarts read back.
            silo.AddMemoryGrainStorageAsDefault(storage => storage.Configure<Serializer>(
                (options, serializer) => options.GrainStorageSerializer =
                    new OrleansGrainStorageSerializer(serializer)));
            silo.AddJournal(Store);
            silo.Services.AddLogging(logging => logging.AddProvider(Log));
            silo.AddSiloLocalStreams(StreamNames.Provider);
            silo.AddAnchoredPlacement();
            silo.Services.AddSingleton<TimeProvider>(_time);
            silo.Services.AddSingleton(
                new PairCatalogue(Enumerable.Range(0, Pairs).Select(Listing)));
            silo.Services.AddSingleton<RuleLibrary>();
            silo.Services.AddSingleton<QuoteLatency>();
            silo.Services.AddSingleton<PairBacktests>();
            silo.Services.AddSingleton<IPairTapes>(Tapes);
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
    internal Task<MakerUnderTest> NewPair() => NewPair(NewListing());

    /// <summary>Such a pair with two sources that may be 1 % apart, and that are trusted at once.
    /// </summary>
    internal Task<MakerUnderTest> NewPairOfTwoSources() =>
        NewPair(Listing(Interlocked.Increment(ref _takenOfTwo) - 1));

    private async Task<MakerUnderTest> NewPair(PairListing listing)
    {
        var pair = listing.Spec.Id.ToString();
        var maker = Grains.GetGrain<IPairMakerGrain>(pair);
        await maker.GetStatus();
        return new MakerUnderTest(
            listing, maker, Grains.GetGrain<IMatchingEngineGrain>(pair), Feed, _time);
    }

    /// <summary>A pair that no other test has, and that has no maker yet.</summary>
    internal PairListing NewListing() => Listing(Interlocked.Increment(ref _taken) - 1);

    private static PairListing Listing(int index)
    {
        var listing = OneSource(index);
        if (index < FirstOfTwoSources)
            return listing;
        var limits = ReferenceLimits.None with { MaxDistance = new Ratio(10_000) };
        return listing with
        {
            Feeds = [.. listing.Feeds, new PairFeed("okx", $"T{index:00}-USDT", listing.Spec)],
            Reference = new ReferencePlan(2, [new SourcePlan(0), new SourcePlan(1)], limits),
        };
    }

    private static PairListing OneSource(int index) => new()
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
