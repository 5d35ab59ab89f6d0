using MarketMaker.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Storage;

public sealed class DeleteOnClearTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private InProcessTestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await LocalCluster.StartAsync(
        1,
        silo => silo.AddStorage(
            new StorageOptions { Directory = _directory.Path, DeleteOnClear = true }));

    public async Task DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _directory.Delete();
    }

    [Fact]
    public async Task A_cleared_state_starts_over_and_an_older_version_is_refused()
    {
        var storage = _cluster.Silos[0].ServiceProvider.GetRequiredService<IGrainStorage>();
        GrainId id = GrainId.Create("test", "BTC-USD");
        GrainState<Note> state = new(new Note());
        await storage.WriteStateAsync("note", id, state);
        GrainState<Note> stale = new(new Note(), state.ETag) { RecordExists = true };

        await storage.ClearStateAsync("note", id, state);

        Assert.Equal((null, false), (state.ETag, state.RecordExists));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.ClearStateAsync("note", id, stale));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync("note", id, stale));
        await storage.WriteStateAsync("note", id, state);
        Assert.Equal("1", state.ETag);
    }
}
