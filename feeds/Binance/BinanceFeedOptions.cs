using System.Diagnostics.CodeAnalysis;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Binance;

/// <summary>How a <see cref="BinanceFeed"/> works.</summary>
public sealed record BinanceFeedOptions : VenueFeedOptions
{
    /// <summary>The most attempts that the venue allows an address in
    /// <see cref="VenueFeedOptions.AttemptWindow"/>.</summary>
    private const int MaxAttempts = 300;

    /// <summary>The address that serves market data alone and needs no key; the attempts of a silo
    /// that has an address of its own; and 3 s of silence, where a
    /// lively symbol sends a depth frame every 100 ms, 300 ms at worst.</summary>
    [SetsRequiredMembers]
    public BinanceFeedOptions()
    {
        Url = new("wss://data-stream.binance.vision");
        SymbolSilence = TimeSpan.FromSeconds(3);
        Attempts = AttemptsOf(silos: 1);
        AttemptWindow = TimeSpan.FromMinutes(5);
    }

    /// <summary>The same for one of several silos behind one address: so many attempts that all of
    /// them together leave a share of the venue's 300 in five minutes to others.</summary>
    /// <param name="silos">How many silos; 1 to <see cref="VenueFeedOptions.MaxSilos"/>.</param>
    public BinanceFeedOptions AmongSilos(int silos) => this with { Attempts = AttemptsOf(silos) };

    private static int AttemptsOf(int silos) => MaxAttempts / (silos + 1);
}
