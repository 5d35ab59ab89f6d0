namespace MarketMaker.Feeds.Simulated;

/// <summary>How fast a tape is played.</summary>
public enum TapeSpeed
{
    /// <summary>As it was recorded: each frame at its own time, bursts included.</summary>
    Real,

    /// <summary>As fast as the slowest subscriber reads.</summary>
    Max,
}
