namespace MarketMaker.Silo.Storage;

/// <summary>A grain's state as the database holds it.</summary>
internal sealed class StoredState
{
    /// <summary>The serialized state; null before the first write and after a clear.</summary>
    public BinaryData? Bytes { get; init; }
}
