using System.Text.Json.Serialization;

namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>A frame as one writes it for a serializer.</summary>
internal sealed record PlainBinanceFrame(
    [property: JsonPropertyName("stream")] string Stream,
    [property: JsonPropertyName("data")] PlainBinanceQuote Data);
