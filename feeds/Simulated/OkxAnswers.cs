using System.Net.WebSockets;
using System.Text.Json;

namespace MarketMaker.Feeds.Simulated;

/// <summary>Answers requests as OKX does.</summary>
/// <remarks>Source: OKX, v5 WebSocket, subscribe, unsubscribe and error codes.</remarks>
internal static class OkxAnswers
{
    /// <summary>The most bytes of a request.</summary>
    public const int MaxMessage = 64 * 1024;

    /// <summary>How a connection is closed on which nothing was pushed for too long.</summary>
    public const WebSocketCloseStatus Idle = (WebSocketCloseStatus)4004;

    /// <summary>How a connection is closed whose client does not keep up.</summary>
    public const WebSocketCloseStatus TooSlow = (WebSocketCloseStatus)4005;

    private const string Connection = "a4d3ae55";

    /// <summary>Applies a request to a connection's streams.</summary>
    /// <param name="message">The request.</param>
    /// <param name="streams">What the connection subscribes to.</param>
    /// <param name="faults">What is wrong with the venue.</param>
    /// <param name="joined">Gets the streams that were added.</param>
    /// <returns>The answers.</returns>
    public static IEnumerable<string> Answer(
        ReadOnlyMemory<byte> message,
        VenueStreams streams,
        VenueFaults faults,
        List<string> joined)
    {
        if (message.Span.SequenceEqual("ping"u8))
            return ["pong"];
        try
        {
            using var json = JsonDocument.Parse(message);
            var root = json.RootElement;
            var operation = root.GetProperty("op").GetString();
            return operation is "subscribe" or "unsubscribe"
                ? root.GetProperty("args").EnumerateArray()
                    .Select(arg => Answer(operation, arg, streams, faults, joined)).ToArray()
                : [Error("60012", $"Invalid request: op {operation}")];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException
            or KeyNotFoundException)
        {
            return [Error("60012", "Invalid request: not of the documented form")];
        }
    }

    /// <summary>The notice that a service upgrade will close the connection.</summary>
    public static string Upgrade =>
        """{"event":"notice","code":"64008","msg":"The connection will soon be closed for a """
        + $"service upgrade. Please reconnect.\",\"connId\":\"{Connection}\"}}";

    /// <summary>The stream of a channel of a symbol.</summary>
    public static string StreamOf(string channel, string symbol) => $"{channel}:{symbol}";

    private static string Answer(
        string operation,
        JsonElement arg,
        VenueStreams streams,
        VenueFaults faults,
        List<string> joined)
    {
        var channel = arg.GetProperty("channel").GetString()!;
        var symbol = arg.GetProperty("instId").GetString()!;
        if (operation == "subscribe" && faults.Has(FaultKind.Reject, symbol))
        {
            return Error(
                "60012", $$"""Invalid request: {"channel":"{{channel}}","instId":"{{symbol}}"}""");
        }
        if (operation == "subscribe" && faults.Has(FaultKind.Unknown, symbol))
        {
            return Error(
                "60018", $"Wrong URL or channel:{channel},instId:{symbol} doesn't exist.");
        }
        var stream = StreamOf(channel, symbol);
        if (operation == "unsubscribe")
            streams.Remove([stream]);
        else if (streams.TryAdd([stream]))
            joined.Add(stream);
        else
            return Error("60014", "Requests too frequent");
        return $$"""{"event":"{{operation}}","arg":{{arg.GetRawText()}},"""
            + $"\"connId\":\"{Connection}\"}}";
    }

    private static string Error(string code, string text) =>
        $$"""{"event":"error","code":"{{code}}","msg":{{JsonSerializer.Serialize(text)}},"""
        + $"\"connId\":\"{Connection}\"}}";
}
