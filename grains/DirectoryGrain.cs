using MarketMaker.GrainInterfaces;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IDirectoryGrain"/>
public sealed class DirectoryGrain(
    [PersistentState("directory")] IPersistentState<DirectoryState> storage)
    : Grain, IDirectoryGrain
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> List() =>
        new([.. storage.State.Names.Order(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public async Task Add(string name)
    {
        if (storage.State.Names.Contains(name))
            return;
        storage.State = storage.State with { Names = storage.State.Names.Add(name) };
        await storage.WriteStateAsync();
    }
}
