using MarketMaker.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Storage;

/// <summary>One silo with an empty database, shared by tests that each use keys of their own.
/// </summary>
public sealed class StorageFixture : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();

    public InProcessTestCluster Cluster { get; private set; } = null!;

    public IGrainStorage Storage { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Cluster = await LocalCluster.StartAsync(1, silo => silo.AddStorage(_directory.Path));
        Storage = Cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainStorage>();
    }

    public async Task DisposeAsync()
    {
        await Cluster.DisposeAsync();
        _directory.Delete();
    }
}
