using System.Text;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tests.Binance;

public sealed class BinanceFrameTests
{
    private const string Combined =
        """{"stream":"btcusdt@bookTicker","data":{"u":50093343712,"s":"BTCUSDT" """
        + ""","b":"61667.99000000","B":"0.34713000","a":"61668.00000000","A":"3.57466000"}}""";

    private const string Reordered =
        """{"data":{"A":"3.57466000","new":{"u":[1,{"s":2}]},"a":"61668.00000000" """
        + ""","B":"0.34713000","s":"BTCUSDT","b":"61667.99000000","u":50093343712}"""
        + ""","stream":"btcusdt@bookTicker"}""";

    [Theory]
    [InlineData(Combined)]
    [InlineData(Reordered)]
    public void A_book_ticker_is_read_whole_in_any_order_among_unknown_fields(string text)
    {
        var frame = Read(text);

        Assert.Equal(
            "Quote BTCUSDT 50093343712 61667.99000000 0.34713000 61668.00000000 3.57466000",
            $"{frame.Kind} {Text(frame.Symbol)} {frame.Sequence} {Text(frame.Bid)} "
            + $"{Text(frame.BidSize)} {Text(frame.Ask)} {Text(frame.AskSize)}");
    }

    [Theory]
    [InlineData("""{"code":2,"msg":"Invalid request","id":7}""")]
    [InlineData("""{"error":{"code":2,"msg":"Invalid request"},"id":7}""")]
    public void Both_forms_of_a_refusal_are_read(string text)
    {
        var frame = Read(text);

        Assert.Equal(
            "Refusal 7 2 Invalid request",
            $"{frame.Kind} {frame.RequestId} {frame.Code} {Text(frame.Text)}");
    }

    [Theory]
    [InlineData("""{"result":null,"id":1}""", "Acknowledgement")]
    [InlineData("""{"e":"serverShutdown","E":1}""", "GoingAway")]
    [InlineData("""{"stream":"!serverShutdown","data":{"e":"serverShutdown","E":1}}""",
        "GoingAway")]
    [InlineData("""{"e":"trade","s":"BTCUSDT","p":"1"}""", "Trade")]
    [InlineData("""{"e":"aggTrade","s":"BTCUSDT","p":"1"}""", "Other")]
    [InlineData("""{"e":"depthUpdate","s":"BTCUSDT","b":[["1","2"]],"a":[]}""", "Heartbeat")]
    [InlineData("""{"e":"depthUpdate","b":[],"a":[]}""", "Malformed")]
    [InlineData("""{"u":1,"s":"BTCUSDT","b":"1","B":"1","a":"2"}""", "Malformed")]
    [InlineData("""{"u":"1","s":"BTCUSDT","b":"1","B":"1","a":"2","A":"1"}""", "Malformed")]
    [InlineData("""{"u":1.5,"s":"BTCUSDT","b":"1","B":"1","a":"2","A":"1"}""", "Malformed")]
    [InlineData("""{"u":1,"s":"BTCUSDT","b":1,"B":"1","a":"2","A":"1"}""", "Malformed")]
    [InlineData("", "Malformed")]
    [InlineData("pong", "Malformed")]
    [InlineData("[]", "Malformed")]
    [InlineData("{}", "Malformed")]
    [InlineData("null", "Malformed")]
    [InlineData("""{"result":null,"id":1}{}""", "Malformed")]
    public void Every_frame_has_its_kind(string text, string kind)
    {
        Assert.Equal(kind, Read(text).Kind.ToString());
    }

    [Fact]
    public void A_frame_cut_anywhere_is_malformed()
    {
        for (var length = 0; length < Combined.Length; length++)
            Assert.Equal(MessageKind.Malformed, Read(Combined[..length]).Kind);
    }

    private static VenueMessage Read(string text) =>
        BinanceFrame.Read(Encoding.UTF8.GetBytes(text));

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
