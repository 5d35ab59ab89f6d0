using System.Text.Json;
using System.Text.Json.Serialization;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Json;

/// <summary>Writes amounts of assets as strings, and reads strings and numbers, exactly.</summary>
public sealed class AssetAmountJsonConverter : JsonConverter<AssetAmount>
{
    /// <inheritdoc/>
    public override AssetAmount Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var text = json.RootElement.ValueKind switch
        {
            JsonValueKind.String => json.RootElement.GetString(),
            JsonValueKind.Number => json.RootElement.GetRawText(),
            _ => null,
        };
        return AssetAmount.TryParse(text, out var amount) ? amount : throw new JsonException();
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer, AssetAmount value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
