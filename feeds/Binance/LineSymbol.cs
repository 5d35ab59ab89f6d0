namespace MarketMaker.Feeds.Binance;

/// <summary>What one connection knows of a symbol; touched by its reading loop alone.</summary>
internal sealed class LineSymbol(FollowedInstrument[] followers)
{
    /// <summary>All that follow the symbol; one at least.</summary>
    public FollowedInstrument[] Followers { get; } = followers;

    /// <summary>The venue's name.</summary>
    public string Symbol => Followers[0].Instrument.Symbol;

    /// <summary>The last update id on this connection; 0 before the first.</summary>
    public long LastUpdateId { get; set; }

    /// <summary>Crossed quotes since the last good one.</summary>
    public int CrossedInARow { get; set; }
}
