using Orleans.Storage;

namespace MarketMaker.Silo.Storage;

/// <summary>Hands bytes through: what reaches the inner storage is serialized already.</summary>
internal sealed class StoredStateSerializer : IGrainStorageSerializer
{
    public BinaryData Serialize<T>(T? input) => ((StoredState)(object)input!).Bytes!;

    public T? Deserialize<T>(BinaryData input) => (T)(object)new StoredState { Bytes = input };
}
