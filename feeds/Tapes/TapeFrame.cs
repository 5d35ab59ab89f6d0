namespace MarketMaker.Feeds.Tapes;

/// <summary>What a recorded frame is to a reader.</summary>
internal enum TapeFrame
{
    /// <summary>An event of a pair that is followed.</summary>
    Event,

    /// <summary>Of another pair, or nothing that moves prices.</summary>
    Ignored,

    /// <summary>A quote that is not newer than the last.</summary>
    Stale,

    /// <summary>A quote whose bid is not below its ask.</summary>
    Crossed,

    /// <summary>It cannot be read.</summary>
    Damaged,
}
