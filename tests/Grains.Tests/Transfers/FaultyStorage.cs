using Orleans.Core.Internal;
using Orleans.Storage;

namespace MarketMaker.Grains.Tests.Transfers;

/// <summary>A storage in memory, one of whose writes goes wrong. The grain that it happens to is
/// dropped: nothing that it tries to write any more is taken, until another activation reads.
/// </summary>
internal sealed class FaultyStorage(IGrainFactory grains) : IGrainStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string, GrainId), (object State, long Version)> _rows = [];
    private readonly HashSet<(string, GrainId)> _dead = [];
    private int _faultAt;
    private StorageFault _fault;

    /// <summary>How many writes there were since <see cref="Arm"/>.</summary>
    public int Writes { get; private set; }

    /// <summary>Lets a write go wrong.</summary>
    /// <param name="write">Which one from now on, from 1; 0 for none.</param>
    /// <param name="fault">How.</param>
    public void Arm(int write, StorageFault fault)
    {
        lock (_gate)
            (Writes, _faultAt, _fault) = (0, write, fault);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_gate)
        {
            _dead.Remove((stateName, grainId));
            if (_rows.TryGetValue((stateName, grainId), out var row))
                Accept(grainState, row.State, row.Version);
            else
                grainState.State = Activator.CreateInstance<T>();
        }
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        lock (_gate)
        {
            var isFaulty = ++Writes == _faultAt;
            if (_dead.Contains(key))
                throw new OrleansException("The activation was dropped.");
            var version = _rows.TryGetValue(key, out var row) ? row.Version : 0;
            if ((grainState.ETag ?? "0") != $"{version}")
                throw new InconsistentStateException("The state was written by another.");
            if (!isFaulty || _fault == StorageFault.WrittenUnheard)
                _rows[key] = (grainState.State!, version + 1);
            if (!isFaulty)
            {
                Accept(grainState, grainState.State!, version + 1);
                return Task.CompletedTask;
            }
            _dead.Add(key);
        }
        _ = grains.GetGrain<IGrainManagementExtension>(grainId).DeactivateOnIdle().AsTask();
        throw new OrleansException($"The write of {stateName} goes wrong.");
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("Nothing is cleared.");

    private static void Accept<T>(IGrainState<T> state, object value, long version) =>
        (state.State, state.ETag, state.RecordExists) = ((T)value, $"{version}", true);
}
