using System.Buffers.Binary;
using System.Text;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>Reads what a <see cref="JournalBuffer"/> has written. Bytes that cannot have been
/// written by one make it throw a <see cref="FormatException"/>, never read beyond their end.
/// </summary>
internal ref struct JournalReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>How many bytes have not been read.</summary>
    public readonly int Left => _rest.Length;

    public byte ReadByte() => Take(sizeof(byte))[0];

    public bool ReadBoolean() => ReadByte() switch
    {
        0 => false,
        1 => true,
        var other => throw new FormatException($"{other} is neither yes nor no"),
    };

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public ulong ReadUInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public Price ReadPrice() => new(ReadInt64());

    public Quantity ReadQuantity() => new(ReadInt64());

    public Notional ReadNotional() => new(ReadInt64());

    public Instant ReadInstant() => new(ReadInt64());

    public OrderId ReadOrderId() => new(ReadInt64());

    public AccountId ReadAccountId() => AccountId.Parse(ReadName());

    public ClientOrderId ReadClientOrderId() => ClientOrderId.Parse(ReadName());

    public string? ReadText() =>
        ReadBoolean() ? Encoding.UTF8.GetString(Take(ReadUInt16())) : null;

    /// <summary>Reads how many of something follow.</summary>
    /// <param name="bytesEach">The least that each of them takes.</param>
    public int ReadCount(int bytesEach)
    {
        var count = ReadInt32();
        return count >= 0 && count <= _rest.Length / bytesEach
            ? count
            : throw new FormatException($"a count of {count} cannot be right");
    }

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
            throw new FormatException("it ends too early");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public string ReadName() => Encoding.ASCII.GetString(Take(ReadByte()));
}
