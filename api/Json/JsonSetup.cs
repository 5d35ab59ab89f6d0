using System.Text.Json;
using System.Text.Json.Serialization;

namespace MarketMaker.Api.Json;

/// <summary>How the API speaks JSON: camelCase keys, decimals and enums as strings, and nothing
/// that was not asked for.</summary>
public static class JsonSetup
{
    /// <summary>Applies it.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new DecimalJsonConverter());
        options.Converters.Add(new AssetAmountJsonConverter());
        options.Converters.Add(
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
