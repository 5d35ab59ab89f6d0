using System.Buffers.Binary;
using System.Text;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>A growing stretch of bytes to write records and snapshots to, little-endian. Emptied
/// and used again, it does not allocate once it is large enough. Not thread safe.</summary>
public sealed class JournalBuffer
{
    private byte[] _bytes = new byte[4096];

    /// <summary>How many bytes were written since <see cref="Clear"/>.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; overwritten after <see cref="Clear"/>.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    /// <summary>Forgets the bytes and keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets what was written after a length.</summary>
    internal void CutTo(int length) => Length = length;

    internal void Write(byte value) => Take(sizeof(byte))[0] = value;

    internal void Write(bool value) => Write(value ? (byte)1 : (byte)0);

    internal void Write(ushort value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(Take(sizeof(ushort)), value);

    internal void Write(int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), value);

    internal void Write(long value) =>
        BinaryPrimitives.WriteInt64LittleEndian(Take(sizeof(long)), value);

    internal void Write(ulong value) =>
        BinaryPrimitives.WriteUInt64LittleEndian(Take(sizeof(ulong)), value);

    internal void Write(Price value) => Write(value.Ticks);

    internal void Write(Quantity value) => Write(value.Lots);

    internal void Write(Notional value) => Write(value.TickLots);

    internal void Write(Instant value) => Write(value.Microseconds);

    internal void Write(OrderId value) => Write(value.Value);

    internal void Write(AccountId value) => WriteName(value.ToString());

    internal void Write(ClientOrderId value) => WriteName(value.ToString());

    /// <summary>Writes a text of at most 64 KiB, or that there is none.</summary>
    internal void WriteText(string? text)
    {
        Write(text is not null);
        if (text is null)
            return;
        var bytes = Encoding.UTF8.GetByteCount(text);
        Write(checked((ushort)bytes));
        Encoding.UTF8.GetBytes(text, Take(bytes));
    }

    /// <summary>Leaves room for what is known only later.</summary>
    /// <returns>Where it is.</returns>
    internal int Reserve(int bytes)
    {
        var at = Length;
        Take(bytes).Clear();
        return at;
    }

    internal void Overwrite(int at, uint value) =>
        BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(at), value);

    /// <summary>What was written from a place on.</summary>
    internal ReadOnlySpan<byte> From(int at) => _bytes.AsSpan(at, Length - at);

    /// <summary>Writes a name of at most 255 ASCII characters.</summary>
    internal void WriteName(string name)
    {
        Write(checked((byte)name.Length));
        Encoding.ASCII.GetBytes(name, Take(name.Length));
    }

    private Span<byte> Take(int bytes)
    {
        if (_bytes.Length - Length < bytes)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
        var taken = _bytes.AsSpan(Length, bytes);
        Length += bytes;
        return taken;
    }
}
