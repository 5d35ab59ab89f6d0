namespace MarketMaker.Grains.Tests.Transfers;

/// <summary>How a write goes wrong.</summary>
public enum StorageFault
{
    /// <summary>It is not written, and the writer is told so.</summary>
    NotWritten,

    /// <summary>It is written, and the writer is told that it is not.</summary>
    WrittenUnheard,
}
