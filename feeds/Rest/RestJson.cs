using System.Text.Json;
using System.Text.Json.Serialization;

namespace MarketMaker.Feeds.Rest;

/// <summary>How venues' answers are read.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(BinanceExchangeInfo))]
[JsonSerializable(typeof(IReadOnlyList<BinanceTicker>))]
[JsonSerializable(typeof(BinanceError))]
[JsonSerializable(typeof(OkxAnswer<OkxListing>))]
[JsonSerializable(typeof(OkxAnswer<OkxTicker>))]
internal sealed partial class RestJson : JsonSerializerContext
{
    /// <summary>Reads a value that is there.</summary>
    /// <exception cref="JsonException">It is not, or not of that form.</exception>
    public static T Read<T>(byte[] json) =>
        (T?)JsonSerializer.Deserialize(json, typeof(T), Default)
            ?? throw new JsonException("null");
}
