using System.Buffers;

namespace MarketMaker.Feeds.Lines;

/// <summary>Where a frame is put together: one pooled array that grows to the largest frame seen.
/// </summary>
internal sealed class FrameBuffer : IDisposable
{
    /// <summary>The most bytes of a frame. The largest recorded depth frame has 34 591.</summary>
    public const int MaxFrame = 1024 * 1024;

    private byte[] _array = ArrayPool<byte>.Shared.Rent(16 * 1024);
    private int _length;

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _array.AsSpan(0, _length);

    /// <summary>Room for more of the frame.</summary>
    /// <returns>False if the frame has <see cref="MaxFrame"/> bytes already.</returns>
    public bool TryGetRoom(out Memory<byte> room)
    {
        if (_length == _array.Length && _length < MaxFrame)
            Grow();
        room = _array.AsMemory(_length, Math.Min(_array.Length, MaxFrame) - _length);
        return !room.IsEmpty;
    }

    /// <summary>Counts bytes that were written into the room.</summary>
    public void Advance(int count) => _length += count;

    /// <summary>Begins the next frame.</summary>
    public void Clear() => _length = 0;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_array.Length * 2);
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
