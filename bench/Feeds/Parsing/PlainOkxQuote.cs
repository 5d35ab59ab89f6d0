using System.Text.Json.Serialization;

namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>Best prices as one writes them for a serializer.</summary>
internal sealed record PlainOkxQuote(
    [property: JsonPropertyName("asks")] decimal[][] Asks,
    [property: JsonPropertyName("bids")] decimal[][] Bids,
    [property: JsonPropertyName("ts")] long Time,
    [property: JsonPropertyName("seqId")] long Sequence);
