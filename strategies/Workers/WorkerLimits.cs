namespace MarketMaker.Strategies.Workers;

/// <summary>What a process that compiles rules may take.</summary>
public sealed record WorkerLimits
{
    /// <summary>From the start of a process until it has compiled a rule of ours.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From asking a process that is ready until its answer.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most memory that its garbage-collected heap may have, in bytes.</summary>
    public long HeapBytes { get; init; } = 400L << 20;

    /// <summary>The most memory that it may keep resident, in bytes.</summary>
    public long ResidentBytes { get; init; } = 640L << 20;

    /// <summary>With more than this resident after an answer it gets no other question.</summary>
    public long RetireBytes { get; init; } = 320L << 20;

    /// <summary>The most questions that a process gets.</summary>
    public int Questions { get; init; } = 250;

    /// <summary>The most questions that may wait for it.</summary>
    public int Waiting { get; init; } = 64;
}
