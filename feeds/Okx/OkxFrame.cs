using System.Buffers.Text;
using System.Text.Json;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Okx;

/// <summary>Reads OKX's frames.</summary>
/// <remarks>
/// Property names (event, code, msg, arg, channel, instId, data, asks, bids, ts, seqId, tradeId)
/// mean the same wherever they stand, so one flat pass reads data, answers, errors and notices, in
/// any order. Everything is read to its end, so that a cut frame cannot pass. The checksum is not
/// looked at: the venue sends 0. Source: OKX, v5 public WebSocket, bbo-tbt channel.
/// </remarks>
internal ref struct OkxFrame
{
    private const long ServiceUpgrade = 64008;

    private VenueMessage _message;
    private ReadOnlySpan<byte> _event;
    private ReadOnlySpan<byte> _channel;
    private long _tradeId;
    private bool _hasData;
    private bool _hasBids;
    private bool _hasAsks;

    /// <summary>Reads a frame; never throws.</summary>
    public static VenueMessage Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.SequenceEqual("pong"u8))
            return new VenueMessage { Kind = MessageKind.Pong };
        var frame = default(OkxFrame);
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
        if (name.SequenceEqual("asks"u8))
            ReadAsks(ref json);
        else if (name.SequenceEqual("bids"u8))
            ReadBids(ref json);
        else if (name.SequenceEqual("ts"u8))
            _message.EventTime = Number(in json);
        else if (name.SequenceEqual("seqId"u8))
            _message.Sequence = Number(in json);
        else if (name.SequenceEqual("channel"u8))
            _channel = Text(in json);
        else if (name.SequenceEqual("instId"u8))
            _message.Symbol = Text(in json);
        else if (name.SequenceEqual("data"u8))
            _hasData = true;
        else if (name.SequenceEqual("tradeId"u8))
            _tradeId = Number(in json);
        else if (name.SequenceEqual("event"u8))
            _event = Text(in json);
        else if (name.SequenceEqual("code"u8))
            _message.Code = Number(in json);
        else if (name.SequenceEqual("msg"u8))
            _message.Text = Text(in json);
        else if (!name.SequenceEqual("arg"u8))
            json.Skip();
    }

    private void ReadAsks(ref Utf8JsonReader json)
    {
        var depth = json.CurrentDepth;
        _hasAsks = json.TokenType == JsonTokenType.StartArray;
        _message.Ask = FirstText(ref json, depth);
        _message.AskSize = FirstText(ref json, depth);
        ReadToEnd(ref json, depth);
    }

    private void ReadBids(ref Utf8JsonReader json)
    {
        var depth = json.CurrentDepth;
        _hasBids = json.TokenType == JsonTokenType.StartArray;
        _message.Bid = FirstText(ref json, depth);
        _message.BidSize = FirstText(ref json, depth);
        ReadToEnd(ref json, depth);
    }

    /// <summary>The next text deeper than a level; 0, which is no price, if there is none: a side
    /// without orders.</summary>
    private static ReadOnlySpan<byte> FirstText(scoped ref Utf8JsonReader json, int depth)
    {
        while (IsInside(in json, depth) && json.Read())
        {
            if (json.TokenType == JsonTokenType.String)
                return json.ValueSpan;
        }
        return "0"u8;
    }

    private static void ReadToEnd(ref Utf8JsonReader json, int depth)
    {
        while (IsInside(in json, depth) && json.Read())
            continue;
    }

    /// <summary>Whether the array that begins at a depth has not ended.</summary>
    private static bool IsInside(scoped in Utf8JsonReader json, int depth) =>
        json.CurrentDepth > depth || json.TokenType == JsonTokenType.StartArray;

    private MessageKind Classify()
    {
        if (_event.SequenceEqual("subscribe"u8) || _event.SequenceEqual("unsubscribe"u8))
            return _message.Symbol.IsEmpty ? MessageKind.Malformed : MessageKind.Acknowledgement;
        if (_event.SequenceEqual("error"u8))
        {
            _message.Symbol = SymbolIn(_message.Text);
            return MessageKind.Refusal;
        }
        if (_event.SequenceEqual("notice"u8))
            return _message.Code == ServiceUpgrade ? MessageKind.GoingAway : MessageKind.Other;
        if (!_event.IsEmpty)
            return MessageKind.Other;
        if (!_hasData || _message.Symbol.IsEmpty)
            return MessageKind.Malformed;
        if (_channel.SequenceEqual("trades"u8))
        {
            _message.Sequence = _tradeId;
            return MessageKind.Trade;
        }
        if (!_channel.SequenceEqual("bbo-tbt"u8))
            return MessageKind.Other;
        return _hasBids && _hasAsks && _message.Sequence > 0 && _message.EventTime > 0
            ? MessageKind.Quote
            : MessageKind.Malformed;
    }

    /// <summary>The symbol that an error speaks of, as in <c>channel:bbo-tbt,instId:X-Y doesn't
    /// exist</c> or in a quoted request; empty if there is none.</summary>
    private static ReadOnlySpan<byte> SymbolIn(ReadOnlySpan<byte> text)
    {
        var at = text.LastIndexOf("instId"u8);
        if (at < 0)
            return default;
        var rest = text[(at + "instId"u8.Length)..];
        var start = rest.IndexOfAnyInRange((byte)'A', (byte)'Z');
        var digit = rest.IndexOfAnyInRange((byte)'0', (byte)'9');
        start = start < 0 || digit >= 0 && digit < start ? digit : start;
        if (start < 0)
            return default;
        var length = 0;
        while (start + length < rest.Length && IsOfSymbol(rest[start + length]))
            length++;
        return rest.Slice(start, length);
    }

    private static bool IsOfSymbol(byte c) =>
        char.IsAsciiLetterUpper((char)c) || char.IsAsciiDigit((char)c) || c == '-';

    private static ReadOnlySpan<byte> Text(scoped in Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.ValueSpan : default;

    /// <summary>A number, written as one or as a string.</summary>
    private static long Number(scoped in Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Number)
            return json.TryGetInt64(out var number) ? number : 0;
        var isText = json.TokenType == JsonTokenType.String;
        return isText && Utf8Parser.TryParse(json.ValueSpan, out long value, out var length)
            && length == json.ValueSpan.Length ? value : 0;
    }
}
