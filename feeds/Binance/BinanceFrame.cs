using System.Text.Json;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Binance;

/// <summary>Reads Binance's frames.</summary>
/// <remarks>
/// The names on the envelope (stream, data, result, id, error, code, msg) and in the payload (e, E,
/// u, s, t, b, B, a, A) have none in common, so one flat pass over all property names reads raw and
/// combined frames, answers and errors, in any order. Everything is read to its end, so that a cut
/// frame cannot pass. Source: Binance, web-socket-streams.
/// </remarks>
internal ref struct BinanceFrame
{
    private VenueMessage _message;
    private ReadOnlySpan<byte> _event;
    private long _tradeId;
    private bool _hasResult;
    private bool _hasError;

    /// <summary>Reads a frame; never throws.</summary>
    public static VenueMessage Read(ReadOnlySpan<byte> utf8)
    {
        var frame = default(BinanceFrame);
        try
        {
            var json = new Utf8JsonReader(utf8);
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName)
                    frame.ReadProperty(ref json);
            }
        }
        catch (JsonException)
        {
            return default;
        }
        frame._message.Kind = frame.Classify();
        return frame._message;
    }

    private void ReadProperty(ref Utf8JsonReader json)
    {
        var name = json.ValueSpan;
        json.Read();
        if (name.Length == 1)
            ReadPayloadField(name[0], in json);
        else
            ReadEnvelopeField(name, in json);
        if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var nested = name.SequenceEqual("data"u8) || name.SequenceEqual("error"u8);
            if (!nested)
                json.Skip();
        }
    }

    private void ReadPayloadField(byte name, in Utf8JsonReader json)
    {
        switch (name)
        {
            case (byte)'e': _event = Text(in json); break;
            case (byte)'E': _message.EventTime = Number(in json); break;
            case (byte)'s': _message.Symbol = Text(in json); break;
            case (byte)'u': _message.Sequence = Number(in json); break;
            case (byte)'t': _tradeId = Number(in json); break;
            case (byte)'b': _message.Bid = Text(in json); break;
            case (byte)'B': _message.BidSize = Text(in json); break;
            case (byte)'a': _message.Ask = Text(in json); break;
            case (byte)'A': _message.AskSize = Text(in json); break;
        }
    }

    private void ReadEnvelopeField(
        ReadOnlySpan<byte> name, in Utf8JsonReader json)
    {
        if (name.SequenceEqual("result"u8))
            _hasResult = true;
        else if (name.SequenceEqual("id"u8))
            _message.RequestId = Number(in json);
        else if (name.SequenceEqual("error"u8))
            _hasError = true;
        else if (name.SequenceEqual("msg"u8))
            _message.Text = Text(in json);
        else if (name.SequenceEqual("code"u8))
        {
            _hasError = true;
            _message.Code = Number(in json);
        }
    }

    private MessageKind Classify()
    {
        if (_hasError)
            return MessageKind.Refusal;
        if (_hasResult)
            return MessageKind.Acknowledgement;
        if (_event.IsEmpty || _event.SequenceEqual("bookTicker"u8))
            return HasQuote() ? MessageKind.Quote : MessageKind.Malformed;
        if (_event.SequenceEqual("depthUpdate"u8))
            return _message.Symbol.IsEmpty ? MessageKind.Malformed : MessageKind.Heartbeat;
        if (_event.SequenceEqual("trade"u8))
        {
            _message.Sequence = _tradeId;
            return MessageKind.Trade;
        }
        return _event.SequenceEqual("serverShutdown"u8)
            ? MessageKind.GoingAway
            : MessageKind.Other;
    }

    private readonly bool HasQuote() =>
        _message.Sequence > 0 && !_message.Symbol.IsEmpty
        && !_message.Bid.IsEmpty && !_message.BidSize.IsEmpty
        && !_message.Ask.IsEmpty && !_message.AskSize.IsEmpty;

    private static ReadOnlySpan<byte> Text(scoped in Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.ValueSpan : default;

    private static long Number(scoped in Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var value) ? value : 0;
}
