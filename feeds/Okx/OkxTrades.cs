using System.Text.Json;

namespace MarketMaker.Feeds.Okx;

/// <summary>The trades of a frame of the <c>trades</c> channel, one after the other, as slices of
/// its bytes.</summary>
/// <remarks>Source: OKX, v5 public WebSocket, trades channel: <c>side</c> is the taker's.</remarks>
internal ref struct OkxTrades(ReadOnlySpan<byte> utf8)
{
    private Utf8JsonReader _json = new(utf8);
    private ReadOnlySpan<byte> _side;

    /// <summary>The instrument.</summary>
    public ReadOnlySpan<byte> Symbol { get; private set; }

    /// <summary>The price, a decimal string.</summary>
    public ReadOnlySpan<byte> Price { get; private set; }

    /// <summary>The quantity in the base asset, a decimal string.</summary>
    public ReadOnlySpan<byte> Quantity { get; private set; }

    /// <summary>Whether the buyer took.</summary>
    public readonly bool IsBuy => _side.SequenceEqual("buy"u8);

    /// <summary>Reads the next trade; never throws.</summary>
    /// <returns>False at the end, and where the frame cannot be read.</returns>
    public bool MoveNext()
    {
        Price = Quantity = _side = default;
        try
        {
            while (_json.Read())
            {
                if (_json.TokenType == JsonTokenType.PropertyName)
                    ReadProperty();
                else if (_json.TokenType == JsonTokenType.EndObject && IsComplete)
                    return true;
            }
        }
        catch (JsonException)
        {
            // The trades before it were whole.
        }
        return false;
    }

    private readonly bool IsComplete =>
        !Price.IsEmpty && !Quantity.IsEmpty && !Symbol.IsEmpty
        && (IsBuy || _side.SequenceEqual("sell"u8));

    private void ReadProperty()
    {
        var name = _json.ValueSpan;
        _json.Read();
        var text = _json.TokenType == JsonTokenType.String ? _json.ValueSpan : default;
        if (name.SequenceEqual("instId"u8))
            Symbol = text;
        else if (name.SequenceEqual("px"u8))
            Price = text;
        else if (name.SequenceEqual("sz"u8))
            Quantity = text;
        else if (name.SequenceEqual("side"u8))
            _side = text;
    }
}
