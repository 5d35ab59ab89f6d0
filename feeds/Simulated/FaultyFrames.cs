using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketMaker.Feeds.Simulated;

/// <summary>What a venue's faults make of the frames of one connection. Thread safe.</summary>
internal sealed class FaultyFrames(VenueFaults faults)
{
    private readonly Lock _lock = new();
    private ReadOnlyMemory<byte>? _held;
    private bool _isOdd;

    /// <summary>What is sent in place of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="bytes">Its bytes on this connection.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Apply(
        VenueFrame frame, ReadOnlyMemory<byte> bytes)
    {
        lock (_lock)
            return ApplyUnderLock(frame, bytes);
    }

    private ReadOnlyMemory<byte>[] ApplyUnderLock(VenueFrame frame, ReadOnlyMemory<byte> bytes)
    {
        if (faults.AreNone)
            return [bytes, .. TakeHeld()];
        if (frame.Symbol is { } symbol)
        {
            if (faults.Has(FaultKind.Silent, symbol) || faults.Has(FaultKind.Unknown, symbol))
                return [];
            if (frame.IsQuote && faults.Has(FaultKind.Crossed, symbol))
                bytes = Rewrite(bytes, Cross);
        }
        if (faults.Amount(FaultKind.Skew) is not 0 and var ahead)
            bytes = Rewrite(bytes, json => SetClockAhead(json, ahead));
        _isOdd = !_isOdd;
        if (_isOdd && faults.Has(FaultKind.Malformed))
            bytes = "no JSON at all"u8.ToArray();
        if (_isOdd && faults.Has(FaultKind.Truncated))
            bytes = bytes[..(bytes.Length / 2)];
        if (faults.Has(FaultKind.Duplicate))
            return [bytes, bytes];
        if (!faults.Has(FaultKind.Reordered))
            return [bytes, .. TakeHeld()];
        if (_held is not null)
            return [bytes, .. TakeHeld()];
        _held = bytes;
        return [];
    }

    private ReadOnlyMemory<byte>[] TakeHeld()
    {
        if (_held is not { } held)
            return [];
        _held = null;
        return [held];
    }

    private static ReadOnlyMemory<byte> Rewrite(
        ReadOnlyMemory<byte> bytes, Action<JsonObject> change)
    {
        try
        {
            if (JsonNode.Parse(bytes.Span) is not JsonObject json)
                return bytes;
            foreach (var part in PartsOf(json))
                change(part);
            return Encoding.UTF8.GetBytes(json.ToJsonString());
        }
        catch (JsonException)
        {
            // What is no JSON has neither prices nor times.
            return bytes;
        }
    }

    /// <summary>Where prices and times stand: in an envelope's data, or in the frame.</summary>
    private static IEnumerable<JsonObject> PartsOf(JsonObject json) => json["data"] switch
    {
        JsonObject data => [data],
        JsonArray data => data.OfType<JsonObject>(),
        _ => [json],
    };

    private static void Cross(JsonObject data)
    {
        Exchange(data, "b", "a");
        Exchange(data, "bids", "asks");
    }

    private static void Exchange(JsonObject data, string left, string right)
    {
        var (one, other) = (data[left]?.DeepClone(), data[right]?.DeepClone());
        if (one is null || other is null)
            return;
        (data[left], data[right]) = (other, one);
    }

    private static void SetClockAhead(JsonObject data, int milliseconds)
    {
        if (data["E"] is JsonValue at && at.TryGetValue(out long eventTime))
            data["E"] = eventTime + milliseconds;
        if (data["ts"] is JsonValue text && long.TryParse(text.GetValue<string>(), out var time))
            data["ts"] = $"{time + milliseconds}";
    }
}
