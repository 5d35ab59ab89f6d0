using System.Globalization;
using System.Text.Json;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Simulated;

/// <summary>A trade on a tape.</summary>
/// <param name="Symbol">The venue's name of the pair, in upper case.</param>
/// <param name="Price">The price in the quote asset; more than 0.</param>
/// <param name="Quantity">The quantity in the base asset; more than 0.</param>
/// <param name="Aggressor">The side that took: the venue says that the buyer was the maker, so then
/// the aggressor sold.</param>
public readonly record struct TapeTrade(
    string Symbol, decimal Price, decimal Quantity, Side Aggressor)
{
    /// <summary>Reads a <c>trade</c> event.</summary>
    /// <param name="payload">The event's JSON.</param>
    /// <param name="trade">The trade.</param>
    /// <returns>Whether it is a trade and complete; never throws.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out TapeTrade trade)
    {
        trade = default;
        try
        {
            using var json = JsonDocument.Parse(payload);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || Text(root, "e") != "trade" || Text(root, "s") is not { } symbol
                || !TryNumber(root, "p", out var price)
                || !TryNumber(root, "q", out var quantity)
                || !root.TryGetProperty("m", out var buyerIsMaker)
                || buyerIsMaker.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            {
                return false;
            }
            var aggressor = buyerIsMaker.GetBoolean() ? Side.Sell : Side.Buy;
            trade = new(symbol, price, quantity, aggressor);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static bool TryNumber(JsonElement json, string name, out decimal number) =>
        decimal.TryParse(
            Text(json, name), NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out number)
        && number > 0;
}
