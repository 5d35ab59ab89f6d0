using System.Buffers.Text;
using System.Text.Json;

namespace MarketMaker.Feeds.Tapes;

/// <summary>A line of a tape: when a frame was received, and the frame.</summary>
/// <param name="Nanoseconds">The recorder's clock, in ns since 1970-01-01 UTC.</param>
/// <param name="Frame">The frame's bytes.</param>
internal readonly record struct TapeLine(long Nanoseconds, ReadOnlyMemory<byte> Frame)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">Its bytes.</param>
    /// <param name="mayBeCut">Whether the line may have been cut off: then its frame must be whole
    /// JSON. Else a broken frame is one that the venue sent broken.</param>
    /// <param name="read">The line.</param>
    public static bool TryRead(ReadOnlyMemory<byte> line, bool mayBeCut, out TapeLine read)
    {
        read = default;
        if (!Utf8Parser.TryParse(line.Span, out long nanoseconds, out var length)
            || nanoseconds < 0 || length + 1 >= line.Length || line.Span[length] != ' ')
        {
            return false;
        }
        read = new(nanoseconds, line[(length + 1)..]);
        return !mayBeCut || IsWhole(read.Frame.Span);
    }

    private static bool IsWhole(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            reader.Read();
            reader.Skip();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
