using System.Text.Json;

namespace MarketMaker.Feeds.Simulated;

/// <summary>Answers control messages as Binance does.</summary>
/// <remarks>Source: Binance, web-socket-streams.</remarks>
internal static class BinanceAnswers
{
    /// <summary>The most bytes of a control message.</summary>
    public const int MaxMessage = 4096;

    private const int MaxTextId = 36;

    /// <summary>Applies a control message to a connection's streams.</summary>
    /// <returns>The answer.</returns>
    public static string Answer(
        ReadOnlyMemory<byte> message, VenueStreams streams, Predicate<string> refuses)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return Answer(json.RootElement, streams, refuses);
        }
        catch (JsonException error)
        {
            return Error(
                3, "Invalid JSON: expected value at line "
                + $"{error.LineNumber + 1} column {error.BytePositionInLine + 1}", "null");
        }
    }

    private static string Answer(
        JsonElement request, VenueStreams streams, Predicate<string> refuses)
    {
        if (request.ValueKind != JsonValueKind.Object)
            return Error(2, "Invalid request: expected an object", "null");
        if (!TryGetId(request, out var id))
            return Error(2, "Invalid request: request ID must be an unsigned integer", "null");
        if (!request.TryGetProperty("method", out var method))
            return Error(2, "Invalid request: missing field `method`", id);
        switch (method.ValueKind == JsonValueKind.String ? method.GetString() : null)
        {
            case "SUBSCRIBE" when TryGetStreams(request, out var names):
                if (names.Find(refuses) is { } refused)
                    return Error(2, $"Invalid request: {refused} is refused", id);
                return streams.TryAdd(names)
                    ? Accepted("null", id)
                    : Error(2, "Invalid request: too many parameters", id);
            case "UNSUBSCRIBE" when TryGetStreams(request, out var names):
                streams.Remove(names);
                return Accepted("null", id);
            case "LIST_SUBSCRIPTIONS":
                return Accepted(JsonSerializer.Serialize(streams.Names.Order()), id);
            case "SUBSCRIBE" or "UNSUBSCRIBE":
                return Error(2, "Invalid request: params must be an array of strings", id);
            default:
                return Error(
                    2, $"Invalid request: unknown variant {method.GetRawText()}, expected one of "
                    + "`SUBSCRIBE`, `UNSUBSCRIBE`, `LIST_SUBSCRIPTIONS`", id);
        }
    }

    private static bool TryGetId(JsonElement request, out string id)
    {
        id = "null";
        if (!request.TryGetProperty("id", out var given))
            return true;
        id = given.GetRawText();
        return given.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Number => given.TryGetUInt64(out _),
            JsonValueKind.String => given.GetString()!.Length <= MaxTextId,
            _ => false,
        };
    }

    private static bool TryGetStreams(JsonElement request, out List<string> streams)
    {
        streams = [];
        if (!request.TryGetProperty("params", out var given)
            || given.ValueKind != JsonValueKind.Array)
        {
            return false;
        }
        foreach (var name in given.EnumerateArray())
        {
            if (name.ValueKind != JsonValueKind.String)
                return false;
            streams.Add(name.GetString()!);
        }
        return true;
    }

    private static string Accepted(string result, string id) =>
        $$"""{"result":{{result}},"id":{{id}}}""";

    private static string Error(int code, string text, string id) =>
        $$"""{"code":{{code}},"msg":{{JsonSerializer.Serialize(text)}},"id":{{id}}}""";
}
