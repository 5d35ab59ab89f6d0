using MarketMaker.Engine.Market;
using MarketMaker.Feeds;

namespace MarketMaker.BinanceNet;

/// <summary>A symbol that is followed.</summary>
internal sealed class BoardSymbol(long askedAt)
{
    /// <summary>All that follow it.</summary>
    public List<Instrument> Followers { get; } = [];

    /// <summary>When it was first asked for, by the monotonic clock.</summary>
    public long AskedAt => askedAt;

    /// <summary>The venue's number of the last price.</summary>
    public long LastUpdateId { get; set; }

    /// <summary>When that came; null if none has.</summary>
    public long? LastAt { get; set; }

    /// <summary>How many of the last prices were crossed.</summary>
    public int CrossedInARow { get; set; }

    /// <summary>The health that the sink was told last.</summary>
    public SourceReason Told { get; set; }
}
