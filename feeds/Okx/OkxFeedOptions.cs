using System.Diagnostics.CodeAnalysis;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Okx;

/// <summary>How an <see cref="OkxFeed"/> works.</summary>
public sealed record OkxFeedOptions : VenueFeedOptions
{
    /// <summary>The public endpoint; two of the three connections a second that the venue allows
    /// an address; and 90 s of silence, because an idle symbol repeats about every 60 s; a lively
    /// one is noticed sooner.</summary>
    [SetsRequiredMembers]
    public OkxFeedOptions()
    {
        Url = new("wss://ws.okx.com:8443");
        SymbolSilence = TimeSpan.FromSeconds(90);
        Attempts = 2;
        AttemptWindow = TimeSpan.FromSeconds(1);
    }

    /// <summary>A symbol that is never quiet, such as <c>BTC-USDT</c>: its frames tell a line that
    /// brings nothing any more from a quiet market. Null for none: then the venue's answers to
    /// pings must do, and a line on which data have stopped is not noticed.</summary>
    public string? Beacon { get; init; } = "BTC-USDT";

    /// <summary>The same for one of several silos behind one address: all of them together ask two
    /// times a second on average.</summary>
    /// <param name="silos">How many silos; 1 to <see cref="VenueFeedOptions.MaxSilos"/>.</param>
    public OkxFeedOptions AmongSilos(int silos) =>
        this with { AttemptWindow = TimeSpan.FromSeconds(silos) };
}
