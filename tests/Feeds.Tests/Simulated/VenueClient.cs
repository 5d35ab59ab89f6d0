using System.Net.WebSockets;
using System.Text;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests.Simulated;

/// <summary>A plain client of a venue: text in, text out.</summary>
internal sealed class VenueClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseReason => _socket.CloseStatusDescription;

    public static async Task<VenueClient> ConnectAsync(SimulatedVenue venue, string path)
    {
        var client = new VenueClient();
        var url = new Uri(venue.Url.ToString().TrimEnd('/') + path);
        await client._socket.ConnectAsync(url, CancellationToken.None).WaitAsync(Hang.Limit);
        return client;
    }

    public Task SendAsync(string text) => _socket.SendAsync(
        Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next text; null if the venue closed.</summary>
    public async Task<string?> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer.AsMemory(length), default)
                .AsTask().WaitAsync(Hang.Limit);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    public async Task<string?> AskAsync(string text)
    {
        await SendAsync(text);
        return await ReceiveAsync();
    }

    public Task CloseAsync() => _socket
        .CloseAsync(WebSocketCloseStatus.NormalClosure, "done", CancellationToken.None)
        .WaitAsync(Hang.Limit);

    public void Dispose() => _socket.Dispose();
}
