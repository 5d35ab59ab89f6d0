namespace MarketMaker.Engine.Market;

/// <summary>Why a maker does not quote although it could.</summary>
public enum PauseReason : byte
{
    /// <summary>It quotes.</summary>
    None = 0,

    /// <summary>No reference price has come yet.</summary>
    NoReference,

    /// <summary>The reference price is older than allowed.</summary>
    StaleReference,

    /// <summary>The reference price moved further at once than allowed.</summary>
    SharpMove,

    /// <summary>The operator paused or stopped the pair.</summary>
    Operator,

    /// <summary>The market is halted.</summary>
    MarketHalted,

    /// <summary>Too much of its quotes traded; the market refuses them for a while.</summary>
    Protection,

    /// <summary>The sources of the reference price are further apart than allowed, or were until a
    /// moment ago.</summary>
    SourcesDisagree,

    /// <summary>One source of several is live, and has been alone for too long.</summary>
    SingleSource,

    /// <summary>No source of the reference price is live.</summary>
    NoLiveSource,
}
