using System.Collections.Immutable;
using MarketMaker.GrainInterfaces;
using MarketMaker.Grains.State;

namespace MarketMaker.Grains;

/// <inheritdoc cref="IDirectoryGrain"/>
public sealed class DirectoryGrain(
    [PersistentState("directory")] IPersistentState<DirectoryState> storage)
    : Grain, IDirectoryGrain, IDisposable
{
    private readonly StateWriter<DirectoryState> _state = new(storage);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> List() =>
        new([.. _state.State.Names.Order(StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task Add(string name) => Change(names => names.Add(name));

    /// <inheritdoc/>
    public Task Remove(string name) => Change(names => names.Remove(name));

    /// <inheritdoc/>
    public void Dispose() => _state.Dispose();

    /// <summary>A change that changes nothing gives back the same set, and is not written.
    /// </summary>
    private async Task Change(Func<ImmutableHashSet<string>, ImmutableHashSet<string>> change) =>
        await _state.Write(state =>
        {
            var names = change(state.Names);
            return (names == state.Names ? state : state with { Names = names }, true);
        });
}
