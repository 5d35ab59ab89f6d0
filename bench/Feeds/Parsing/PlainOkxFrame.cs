using System.Text.Json.Serialization;

namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>A frame as one writes it for a serializer.</summary>
internal sealed record PlainOkxFrame(
    [property: JsonPropertyName("arg")] Dictionary<string, string> Arg,
    [property: JsonPropertyName("data")] PlainOkxQuote[] Data);
