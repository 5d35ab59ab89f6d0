using System.Text;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;

namespace MarketMaker.Feeds.Tests.Okx;

public sealed class OkxFrameTests
{
    private const string Bbo =
        """{"arg":{"channel":"bbo-tbt","instId":"BCH-USDT-SWAP"},"data":[{"asks":"""
        + """[["111.06","55154","0","2"]],"bids":[["111.05","57745","0","2"]],"""
        + "\"ts\":\"1670324386802\",\"seqId\":363996337}]}";

    private const string Reordered =
        """{"data":[{"seqId":363996337,"checksum":0,"ts":"1670324386802","new":[{"ts":"1"}],"""
        + """ "bids":[["111.05","57745","0","2"],["111.04","1","0","1"]],"""
        + """ "asks":[["111.06","55154","0","2"]]}],"""
        + """ "arg":{"instId":"BCH-USDT-SWAP","channel":"bbo-tbt"}}""";

    [Theory]
    [InlineData(Bbo)]
    [InlineData(Reordered)]
    public void A_best_bid_and_offer_is_read_whole_in_any_order_among_unknown_fields(string text)
    {
        var read = Read(text);

        Assert.Equal(
            "Quote BCH-USDT-SWAP 363996337 1670324386802 111.05 57745 111.06 55154",
            $"{read.Kind} {Text(read.Symbol)} {read.Sequence} {read.EventTime} {Text(read.Bid)} "
            + $"{Text(read.BidSize)} {Text(read.Ask)} {Text(read.AskSize)}");
    }

    [Fact]
    public void A_side_without_orders_has_no_price()
    {
        var read = Read(Bbo.Replace(
            """[["111.06","55154","0","2"]]""", "[]", StringComparison.Ordinal));

        Assert.Equal(
            "Quote 111.05 57745 0 0",
            $"{read.Kind} {Text(read.Bid)} {Text(read.BidSize)} {Text(read.Ask)} "
            + Text(read.AskSize));
    }

    [Theory]
    [InlineData("60018", "Wrong URL or channel:bbo-tbt,instId:XY-USDT doesn't exist.", "XY-USDT")]
    [InlineData("60012", """Invalid request: {\"args\":[{\"instId\" : \"1X-USDT\"}]}""", "1X-USDT")]
    [InlineData("60014", "Requests too frequent", "")]
    [InlineData("60011", "Please log in", "")]
    public void An_error_is_read_with_the_symbol_that_it_names(
        string code, string words, string symbol)
    {
        var read = Read(
            $$"""{"event":"error","code":"{{code}}","msg":"{{words}}","connId":"a4d3ae55"}""");

        Assert.Equal(
            $"Refusal {code} {symbol} {words}",
            $"{read.Kind} {read.Code} {Text(read.Symbol)} {Text(read.Text)}");
    }

    [Theory]
    [InlineData("pong", "Pong")]
    [InlineData(
        """{"event":"subscribe","arg":{"channel":"bbo-tbt","instId":"A-B"},"connId":"1"}""",
        "Acknowledgement")]
    [InlineData("""{"event":"subscribe","arg":{"channel":"bbo-tbt"}}""", "Malformed")]
    [InlineData("""{"event":"notice","code":"64008","msg":"upgrade","connId":"1"}""", "GoingAway")]
    [InlineData("""{"event":"notice","code":"64009","msg":"?","connId":"1"}""", "Other")]
    [InlineData("""{"event":"channel-conn-count","channel":"x","connCount":"2"}""", "Other")]
    [InlineData(
        """{"arg":{"channel":"trades","instId":"A-B"},"data":[{"instId":"A-B","tradeId":"7"}]}""",
        "Trade")]
    [InlineData("""{"arg":{"channel":"books5","instId":"A-B"},"data":[]}""", "Other")]
    [InlineData("""{"arg":{"channel":"bbo-tbt","instId":"A-B"},"data":[]}""", "Malformed")]
    [InlineData("""{"arg":{"channel":"bbo-tbt","instId":"A-B"}}""", "Malformed")]
    [InlineData("", "Malformed")]
    [InlineData("ping", "Malformed")]
    [InlineData("[]", "Malformed")]
    [InlineData("{}", "Malformed")]
    public void Every_frame_has_its_kind(string text, string kind)
    {
        Assert.Equal(kind, Read(text).Kind.ToString());
    }

    [Fact]
    public void A_frame_cut_anywhere_is_malformed()
    {
        for (var length = 0; length < Bbo.Length; length++)
            Assert.Equal(MessageKind.Malformed, Read(Bbo[..length]).Kind);
    }

    private static VenueMessage Read(string text) => OkxFrame.Read(Encoding.UTF8.GetBytes(text));

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}
