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

    public static string Depth(string symbol, long id = 2, long eventTime = 1723161485318) =>
        $$"""{"e":"depthUpdate","E":{{eventTime}},"s":"{{symbol}}","U":1,"u":{{id}}"""
        + ""","b":[["2680.14000000","3.76260000"],["2680.00000000","0.00000000"]],"a":[]}""";

    public static string Bbo(string symbol, long id, string bid, string ask, long time) =>
        $$"""{"arg":{"channel":"bbo-tbt","instId":"{{symbol}}"},"data":[{"asks":"""
        + $$"""[["{{ask}}","2.5","0","3"]],"bids":[["{{bid}}","1.5","0","1"]],"""
        + $"\"ts\":\"{time}\",\"seqId\":{id}}}]}}";

    public static string OkxError(string code, string symbol) =>
        $$"""{"event":"error","code":"{{code}}","msg":"Wrong URL or channel:bbo-tbt,instId:"""
        + $$"""{{symbol}} doesn't exist.","connId":"a4d3ae55"}""";

    public static VenueFrame OnBookTicker(string symbol, string payload) =>
        VenueFrame.Of($"{symbol.ToLowerInvariant()}@bookTicker", payload);

    public static VenueFrame Raw(string text) =>
        VenueFrame.Unaddressed(Encoding.UTF8.GetBytes(text));
}
