using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace MarketMaker.Silo.Storage;

/// <summary>Puts the database's turns between the grains and the ADO.NET storage.</summary>
/// <remarks>
/// A state is serialized in the grain's own turn, before the first wait, and only its bytes wait
/// for their turn. So what is stored is the state at the moment of the call, even if a reentrant
/// grain changes it meanwhile; and a grain's objects are never touched by another thread.
/// <para>The inner storage takes keys that look like hexadecimal numbers for numbers: "ADA", "ada"
/// and "0ADA" would be one row. A mark before the key, which no number has, keeps them apart.
/// </para>
/// <para>A row is (service, state name, key), without the grain's type: two types with the same
/// keys need different state names.</para>
/// </remarks>
internal sealed class QueuedGrainStorage(
    IGrainStorage inner,
    IStorageTurns turns,
    IGrainStorageSerializer serializer,
    IActivatorProvider activators) : IGrainStorage
{
    /// <summary>The size of one state in bytes. A state beyond it wants to be a table.</summary>
    public const int StateSizeLimit = 8 << 20;

    private const string KeyMark = "=";

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        CancellationToken cancellationToken)
    {
        var row = new GrainState<StoredState>();
        GrainId key = Key(grainId);
        await turns.Run(() => inner.ReadStateAsync(stateName, key, row), cancellationToken);
        Accept(row, grainState);
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task WriteStateAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        CancellationToken cancellationToken)
    {
        BinaryData bytes = serializer.Serialize(grainState.State);
        CheckSize(bytes, stateName, grainId);
        GrainState<StoredState> row = Row(grainState, bytes);
        GrainId key = Key(grainId);
        await turns.Run(() => inner.WriteStateAsync(stateName, key, row), cancellationToken);
        grainState.ETag = row.ETag;
        grainState.RecordExists = row.RecordExists;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ClearStateAsync<T>(
        string stateName,
        GrainId grainId,
        IGrainState<T> grainState,
        CancellationToken cancellationToken)
    {
        GrainState<StoredState> row = Row(grainState, bytes: null);
        GrainId key = Key(grainId);
        await turns.Run(() => inner.ClearStateAsync(stateName, key, row), cancellationToken);
        Accept(row, grainState);
    }

    private static GrainState<StoredState> Row<T>(IGrainState<T> state, BinaryData? bytes) =>
        new(new StoredState { Bytes = bytes }, state.ETag) { RecordExists = state.RecordExists };

    private static GrainId Key(GrainId grainId) =>
        GrainId.Create(grainId.Type, IdSpan.Create(KeyMark + grainId.Key.ToString()));

    private static void CheckSize(BinaryData bytes, string stateName, GrainId grainId)
    {
        if (bytes.ToMemory().Length > StateSizeLimit)
        {
            throw new InvalidOperationException(
                $"State '{stateName}' of {grainId} has {bytes.ToMemory().Length} bytes; " +
                $"the limit is {StateSizeLimit}.");
        }
    }

    private void Accept<T>(GrainState<StoredState> row, IGrainState<T> state)
    {
        state.State = row.State?.Bytes is { } bytes
            ? serializer.Deserialize<T>(bytes)!
            : activators.GetActivator<T>().Create();
        state.ETag = row.ETag;
        state.RecordExists = row.RecordExists;
    }
}
