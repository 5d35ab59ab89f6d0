using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MarketMaker.Api.Json;

/// <summary>Writes decimals as strings, because most JSON readers make binary fractions of
/// numbers; reads strings and numbers, exactly.</summary>
public sealed class DecimalJsonConverter : JsonConverter<decimal>
{
    /// <inheritdoc/>
    public override decimal Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var json = JsonDocument.ParseValue(ref reader);
        var text = json.RootElement.ValueKind switch
        {
            JsonValueKind.String => json.RootElement.GetString()!,
            JsonValueKind.Number => json.RootElement.GetRawText(),
            _ => "",
        };
        return DecimalText.TryParse(text, out var value) ? value : throw new JsonException();
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
