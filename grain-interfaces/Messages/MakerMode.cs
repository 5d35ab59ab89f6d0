namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>What the operator wants of a maker.</summary>
public enum MakerMode
{
    /// <summary>Quote.</summary>
    Running = 0,

    /// <summary>Keep following the market, but do not quote.</summary>
    Paused = 1,

    /// <summary>Do not quote and let go of the feed.</summary>
    Stopped = 2,
}
