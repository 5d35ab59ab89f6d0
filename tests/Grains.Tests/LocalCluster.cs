using System.Runtime.CompilerServices;
using MarketMaker.Grains.Journal;
using MarketMaker.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests;

/// <summary>Starts silos inside the test's process, over transports of memory.</summary>
internal static class LocalCluster
{
    /// <summary>Long enough for the slowest machine: it ends a test that hangs, no other.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // With the default minimum of one thread a core, a few blocked turns starve the membership
    // probes, and healthy silos declare each other dead.
    [ModuleInitializer]
    internal static void Prepare() => ThreadPool.SetMinThreads(16, 16);

    public static async Task<InProcessTestCluster> StartAsync(
        short silos, Action<ISiloBuilder> configure)
    {
        InProcessTestClusterBuilder builder = new(silos);
        builder.Options.ConfigureFileLogging = false;
        builder.Options.ServiceId = "market-maker-tests";
        builder.ConfigureSilo((_, silo) => configure(silo));
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        await cluster.HaveHeardOfEachOther();
        return cluster;
    }

    /// <summary>Waits until each silo knows what grains the others have: it places on no silo
    /// before that, which takes a moment longer than to hear of it.</summary>
    public static Task HaveHeardOfEachOther(this InProcessTestCluster cluster) =>
        Until.Holds(() => cluster.Silos.All(
            silo => Manifests(silo).Current.Silos.Count == cluster.Silos.Count));

    private static IClusterManifestProvider Manifests(InProcessSiloHandle silo) =>
        silo.ServiceProvider.GetRequiredService<IClusterManifestProvider>();

    /// <summary>Adds journals that are kept in a test's own store.</summary>
    public static void AddJournal(this ISiloBuilder silo, IJournalStore store) => silo.Services
        .AddSingleton(store)
        .AddSingleton(new JournalOptions())
        .AddSingleton<JournalWriter>()
        .AddSingleton<ILifecycleParticipant<ISiloLifecycle>, JournalLifetime>();

    /// <summary>The silo where a grain is awake; null if it sleeps.</summary>
    public static SiloAddress? SiloOf(this InProcessTestCluster cluster, IAddressable grain) =>
        cluster.TryGetGrainContext(grain.GetGrainId(), out var context)
            ? context!.Address.SiloAddress
            : null;

    /// <summary>The client inside a silo, which has that silo's stream queues.</summary>
    public static IClusterClient ClientOf(this InProcessTestCluster cluster, int silo) =>
        cluster.Silos[silo].ServiceProvider.GetRequiredService<IClusterClient>();
}
