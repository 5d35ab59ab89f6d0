using System.Text.Json;

namespace MarketMaker.Feeds.Binance;

/// <summary>A <c>trade</c> event's fields, as slices of its bytes; valid as long as those are.
/// </summary>
/// <remarks>Raw and combined frames alike, fields in any order, read to the end. Source: Binance,
/// web-socket-streams.</remarks>
internal ref struct BinanceTrade
{
    private ReadOnlySpan<byte> _event;
    private bool _saysWhoMade;

    /// <summary>The symbol, in upper case.</summary>
    public ReadOnlySpan<byte> Symbol { get; private set; }

    /// <summary>The price, a decimal string.</summary>
    public ReadOnlySpan<byte> Price { get; private set; }

    /// <summary>The quantity, a decimal string.</summary>
    public ReadOnlySpan<byte> Quantity { get; private set; }

    /// <summary>Whether the buyer's order had rested: then the seller took.</summary>
    public bool BuyerIsMaker { get; private set; }

    /// <summary>Whether it is a trade with all its fields.</summary>
    public readonly bool IsComplete =>
        _event.SequenceEqual("trade"u8) && _saysWhoMade
        && !Symbol.IsEmpty && !Price.IsEmpty && !Quantity.IsEmpty;

    /// <summary>Reads a frame; never throws. One that cannot be read is not complete.</summary>
    public static BinanceTrade Read(ReadOnlySpan<byte> utf8)
    {
        var trade = default(BinanceTrade);
        try
        {
            var json = new Utf8JsonReader(utf8);
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName)
                    trade.ReadProperty(ref json);
            }
        }
        catch (JsonException)
        {
            return default;
        }
        return trade;
    }

    private void ReadProperty(ref Utf8JsonReader json)
    {
        var name = json.ValueSpan;
        json.Read();
        if (name.SequenceEqual("data"u8))
            return;
        if (name.Length == 1)
            ReadField(name[0], in json);
        json.Skip();
    }

    private void ReadField(byte name, in Utf8JsonReader json)
    {
        switch (name)
        {
            case (byte)'e': _event = Text(in json); break;
            case (byte)'s': Symbol = Text(in json); break;
            case (byte)'p': Price = Text(in json); break;
            case (byte)'q': Quantity = Text(in json); break;
            case (byte)'m' when json.TokenType is JsonTokenType.True or JsonTokenType.False:
                _saysWhoMade = true;
                BuyerIsMaker = json.TokenType == JsonTokenType.True;
                break;
        }
    }

    private static ReadOnlySpan<byte> Text(scoped in Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.ValueSpan : default;
}
