namespace MarketMaker.Grains.Journal;

/// <summary>How journals are kept.</summary>
public sealed record JournalOptions
{
    /// <summary>A snapshot is taken after so many records, if they also take as many bytes as the
    /// snapshot before: so snapshots at most double what is written. 1 and up.</summary>
    public int SnapshotRecords { get; init; } = 10_000;
}
