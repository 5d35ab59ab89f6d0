namespace MarketMaker.Feeds.Binance;

/// <summary>What one connection knows of a symbol; touched by its reading loop alone.</summary>
internal sealed class LineSymbol(FollowedInstrument followed)
{
    /// <summary>The instrument.</summary>
    public FollowedInstrument Followed { get; } = followed;

    /// <summary>The last update id on this connection; 0 before the first.</summary>
    public long LastUpdateId { get; set; }

    /// <summary>Crossed quotes since the last good one.</summary>
    public int CrossedInARow { get; set; }
}
