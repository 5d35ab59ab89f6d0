using System.Text;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests;

/// <summary>Frames as the venue writes them.</summary>
internal static class Frames
{
    public static string BookTicker(
        string symbol, long id, string bid, string ask,
        string bidSize = "1.00000000", string askSize = "2.00000000") =>
        $$"""{"u":{{id}},"s":"{{symbol}}","b":"{{bid}}","B":"{{bidSize}}" """
        + $$""","a":"{{ask}}","A":"{{askSize}}"}""";

    public static string Depth(string symbol) =>
        $$"""{"e":"depthUpdate","E":1723161485318,"s":"{{symbol}}","U":1,"u":2"""
        + ""","b":[["2680.14000000","3.76260000"],["2680.00000000","0.00000000"]],"a":[]}""";

    public static VenueFrame OnBookTicker(string symbol, string payload) =>
        VenueFrame.Of($"{symbol.ToLowerInvariant()}@bookTicker", payload);

    public static VenueFrame Raw(string text) =>
        VenueFrame.Unaddressed(Encoding.UTF8.GetBytes(text));
}
