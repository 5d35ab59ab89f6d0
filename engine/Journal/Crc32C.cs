using System.Buffers.Binary;
using System.Numerics;

namespace MarketMaker.Engine.Journal;

/// <summary>The checksum of stored bytes: CRC-32C (Castagnoli), which finds every change of up to
/// three bits and every run of up to 32 in a record.</summary>
/// <remarks>Source: RFC 3720, appendix B.4, whose test values the tests repeat.</remarks>
public static class Crc32C
{
    /// <summary>The checksum of some bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="before">The checksum of what came before them; 0 for nothing.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes)
            crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}
