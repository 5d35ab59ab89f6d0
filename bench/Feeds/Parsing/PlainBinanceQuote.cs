using System.Text.Json.Serialization;

namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>Best prices as one writes them for a serializer.</summary>
internal sealed record PlainBinanceQuote(
    [property: JsonPropertyName("u")] long UpdateId,
    [property: JsonPropertyName("s")] string Symbol,
    [property: JsonPropertyName("b")] decimal Bid,
    [property: JsonPropertyName("B")] decimal BidSize,
    [property: JsonPropertyName("a")] decimal Ask,
    [property: JsonPropertyName("A")] decimal AskSize);
