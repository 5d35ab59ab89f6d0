using System.Text.Json;

namespace MarketMaker.Feeds.Binance;

/// <summary>A frame's fields, as slices of its bytes; valid as long as those are.</summary>
/// <remarks>
/// The names on the envelope (stream, data, result, id, error, code, msg) and in the payload (e, E,
/// u, s, b, B, a, A) have none in common, so one flat pass over all property names reads raw and
/// combined frames, answers and errors, in any order. Everything is read to its end, so that a cut
/// frame cannot pass. Source: Binance, web-socket-streams.
/// </remarks>
internal ref struct BinanceFrame
{
    private bool _hasResult;
    private bool _hasError;

    /// <summary>What the frame is.</summary>
    public FrameKind Kind { get; private set; }

    /// <summary>The event's type; empty in a book ticker.</summary>
    public ReadOnlySpan<byte> Event { get; private set; }

    /// <summary>The symbol, in upper case.</summary>
    public ReadOnlySpan<byte> Symbol { get; private set; }

    /// <summary>The book's update id; grows with each change of a symbol's book.</summary>
    public long UpdateId { get; private set; }

    /// <summary>The best bid, a decimal string.</summary>
    public ReadOnlySpan<byte> Bid { get; private set; }

    /// <summary>What is wanted at the best bid, a decimal string.</summary>
    public ReadOnlySpan<byte> BidSize { get; private set; }

    /// <summary>The best ask, a decimal string.</summary>
    public ReadOnlySpan<byte> Ask { get; private set; }

    /// <summary>What is offered at the best ask, a decimal string.</summary>
    public ReadOnlySpan<byte> AskSize { get; private set; }

    /// <summary>The number of the control message that is answered; 0 if it is not said.</summary>
    public long RequestId { get; private set; }

    /// <summary>The venue's code of a refusal.</summary>
    public long Code { get; private set; }

    /// <summary>The venue's words of a refusal.</summary>
    public ReadOnlySpan<byte> Message { get; private set; }

    /// <summary>Reads a frame; never throws.</summary>
    public static BinanceFrame Read(ReadOnlySpan<byte> utf8)
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
        frame.Kind = frame.Classify();
        return frame;
    }

    private void ReadProperty(ref Utf8JsonReader json)
    {
        var name = json.ValueSpan;
        json.Read();
        if (name.Length == 1)
            ReadPayloadField(name[0], in json);
        else
            ReadEnvelopeField(name, in json);
        var nested = name.SequenceEqual("data"u8) || name.SequenceEqual("error"u8);
        if (!nested)
            json.Skip();
    }

    private void ReadPayloadField(byte name, in Utf8JsonReader json)
    {
        switch (name)
        {
            case (byte)'e': Event = Text(in json); break;
            case (byte)'s': Symbol = Text(in json); break;
            case (byte)'u': UpdateId = Number(in json); break;
            case (byte)'b': Bid = Text(in json); break;
            case (byte)'B': BidSize = Text(in json); break;
            case (byte)'a': Ask = Text(in json); break;
            case (byte)'A': AskSize = Text(in json); break;
        }
    }

    private void ReadEnvelopeField(ReadOnlySpan<byte> name, in Utf8JsonReader json)
    {
        if (name.SequenceEqual("result"u8))
            _hasResult = true;
        else if (name.SequenceEqual("id"u8))
            RequestId = Number(in json);
        else if (name.SequenceEqual("error"u8))
            _hasError = true;
        else if (name.SequenceEqual("msg"u8))
            Message = Text(in json);
        else if (name.SequenceEqual("code"u8))
        {
            _hasError = true;
            Code = Number(in json);
        }
    }

    private readonly FrameKind Classify()
    {
        if (_hasError)
            return FrameKind.Refusal;
        if (_hasResult)
            return FrameKind.Acknowledgement;
        if (Event.IsEmpty || Event.SequenceEqual("bookTicker"u8))
            return HasQuote() ? FrameKind.BookTicker : FrameKind.Malformed;
        if (Event.SequenceEqual("depthUpdate"u8))
            return Symbol.IsEmpty ? FrameKind.Malformed : FrameKind.Depth;
        return Event.SequenceEqual("serverShutdown"u8)
            ? FrameKind.ServerShutdown
            : FrameKind.Other;
    }

    private readonly bool HasQuote() =>
        UpdateId > 0 && !Symbol.IsEmpty
        && !Bid.IsEmpty && !BidSize.IsEmpty && !Ask.IsEmpty && !AskSize.IsEmpty;

    private static ReadOnlySpan<byte> Text(scoped in Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.ValueSpan : default;

    private static long Number(scoped in Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var value) ? value : 0;
}
