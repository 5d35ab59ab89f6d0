namespace MarketMaker.Grains.State;

/// <summary>Writes a grain's state one write at a time.</summary>
/// <remarks>Turns interleave while a write waits for the disk; a second one begun meanwhile would
/// carry the old version and be refused. A failed write leaves the state as it was, so that the
/// state never tells of what is not on the disk. Used from the grain's own turns only.</remarks>
internal sealed class StateWriter<TState>(IPersistentState<TState> storage) : IDisposable
    where TState : class
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>What is on the disk, or on its way there.</summary>
    public TState State => storage.State;

    /// <summary>Replaces the state and writes it; durable when the task completes.</summary>
    /// <param name="change">Makes the new state from the old one; must not keep it.</param>
    public Task Write(Func<TState, TState> change) => Write(state => (change(state), true));

    /// <summary>Replaces the state and writes it, or, when the change gives back the old one,
    /// waits only until that is on the disk.</summary>
    /// <param name="change">Makes the new state from the old one, and a result.</param>
    /// <returns>The result; the disk knows all that it tells.</returns>
    public async Task<TResult> Write<TResult>(
        Func<TState, (TState State, TResult Result)> change)
    {
        await _turn.WaitAsync();
        var old = storage.State;
        try
        {
            var (state, result) = change(old);
            if (!ReferenceEquals(state, old))
            {
                storage.State = state;
                await storage.WriteStateAsync();
            }
            return result;
        }
        catch
        {
            storage.State = old;
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
