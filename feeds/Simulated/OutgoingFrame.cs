using System.Net.WebSockets;

namespace MarketMaker.Feeds.Simulated;

/// <summary>What waits in a connection's queue: bytes to send, or a mark among them.</summary>
/// <param name="Bytes">The text to send; empty in a mark.</param>
/// <param name="DueAt">Not sent before; a monotonic timestamp.</param>
/// <param name="Flushed">Completed when everything before was sent.</param>
/// <param name="CloseReason">The connection is closed here, with this reason.</param>
/// <param name="CloseStatus">The status of that.</param>
internal readonly record struct OutgoingFrame(
    ReadOnlyMemory<byte> Bytes,
    long DueAt = 0,
    TaskCompletionSource? Flushed = null,
    string? CloseReason = null,
    WebSocketCloseStatus CloseStatus = WebSocketCloseStatus.PolicyViolation);
