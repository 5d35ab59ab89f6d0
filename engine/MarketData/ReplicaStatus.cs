namespace MarketMaker.Engine.MarketData;

/// <summary>What became of a message at a <see cref="DepthReplica"/>.</summary>
public enum ReplicaStatus
{
    /// <summary>It is applied, and the checksum proves the copy.</summary>
    Current = 0,

    /// <summary>It is older than the copy, which it leaves as it is.</summary>
    Repeated,

    /// <summary>A message before it is missing, or there was no snapshot yet. The copy is empty
    /// until the next snapshot.</summary>
    Gap,

    /// <summary>The checksum does not match. The copy is empty until the next snapshot.</summary>
    Corrupt,
}
