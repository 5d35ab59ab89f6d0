using System.Diagnostics.CodeAnalysis;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Binance;

/// <summary>How a <see cref="BinanceFeed"/> works.</summary>
public sealed record BinanceFeedOptions : VenueFeedOptions
{
    /// <summary>The address that serves market data alone and needs no key; half of the 300
    /// attempts in five minutes that the venue allows an address; and 3 s of silence, where a
    /// lively symbol sends a depth frame every 100 ms, 300 ms at worst.</summary>
    [SetsRequiredMembers]
    public BinanceFeedOptions()
    {
        Url = new("wss://data-stream.binance.vision");
        SymbolSilence = TimeSpan.FromSeconds(3);
        Attempts = 150;
        AttemptWindow = TimeSpan.FromMinutes(5);
    }
}
