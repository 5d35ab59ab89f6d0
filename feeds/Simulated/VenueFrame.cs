using System.Text;
using System.Text.Json;

namespace MarketMaker.Feeds.Simulated;

/// <summary>A frame of a venue, ready for raw and for combined connections.</summary>
/// <param name="Stream">The stream that it belongs to; null goes to every connection as it is.
/// </param>
/// <param name="Combined">The bytes for <c>/stream</c>: <c>{"stream":name,"data":payload}</c>.
/// </param>
/// <param name="Payload">The bytes for <c>/ws</c>: the payload alone.</param>
public readonly record struct VenueFrame(
    string? Stream, ReadOnlyMemory<byte> Combined, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The symbol that it is of, as it is written in the stream's name; null if that is
    /// not known.</summary>
    public string? Symbol => Stream is null ? null
        : Stream.Contains(':', StringComparison.Ordinal) ? Stream.Split(':')[1]
        : Stream.Split('@')[0];

    /// <summary>Whether it is of a stream of best prices.</summary>
    public bool IsQuote => Stream is not null
        && (Stream.EndsWith("@bookTicker", StringComparison.Ordinal) || IsOfOkx);

    /// <summary>Whether it is of OKX's best prices, of which a subscriber is sent the last at once.
    /// </summary>
    public bool IsOfOkx =>
        Stream is not null && Stream.StartsWith("bbo-tbt:", StringComparison.Ordinal);

    /// <summary>A frame of OKX's best prices.</summary>
    /// <param name="symbol">The instrument, such as <c>BTC-USDT</c>.</param>
    /// <param name="text">The whole frame.</param>
    public static VenueFrame OfOkx(string symbol, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(OkxAnswers.StreamOf("bbo-tbt", symbol), bytes, bytes);
    }

    /// <summary>Wraps a payload of a stream.</summary>
    public static VenueFrame Of(string stream, string payload)
    {
        var envelope = Encoding.UTF8.GetBytes($$"""{"stream":"{{stream}}","data":{{payload}}}""");
        var length = Encoding.UTF8.GetByteCount(payload);
        return new(stream, envelope, envelope.AsMemory(envelope.Length - 1 - length, length));
    }

    /// <summary>A frame that goes to every connection as it is, readable or not.</summary>
    public static VenueFrame Unaddressed(ReadOnlyMemory<byte> bytes) => new(null, bytes, bytes);

    /// <summary>Reads the envelope of recorded bytes, as far as it can be read; never throws.
    /// </summary>
    /// <returns>The frame; without a stream if its name cannot be read.</returns>
    public static VenueFrame Read(ReadOnlyMemory<byte> combined)
    {
        string? stream = null;
        var payload = combined;
        try
        {
            var json = new Utf8JsonReader(combined.Span);
            while (json.Read() && json.CurrentDepth <= 1)
            {
                if (json.TokenType != JsonTokenType.PropertyName)
                    continue;
                var isStream = json.ValueTextEquals("stream"u8);
                var isData = json.ValueTextEquals("data"u8);
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                if (isStream && json.TokenType == JsonTokenType.String)
                    stream = json.GetString();
                else if (isData)
                    payload = combined[start..(int)json.BytesConsumed];
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // A sick frame is still a frame: it is sent as far as it is known where to.
        }
        return new(stream, combined, payload);
    }
}
