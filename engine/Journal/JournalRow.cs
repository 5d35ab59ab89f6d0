using System.Buffers.Binary;
using System.Text;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>A row of the journal's table: the records of one pair that were written together.
/// </summary>
/// <param name="Pair">Whose records they are.</param>
/// <param name="Epoch">Which life of the pair wrote them.</param>
/// <param name="First">The sequence of the first.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Payload">The records, one after the other.</param>
/// <param name="Checksum">The <see cref="Crc32C"/> of all the above.</param>
public sealed record JournalRow(
    PairId Pair, long Epoch, long First, int Count, ReadOnlyMemory<byte> Payload, uint Checksum)
{
    /// <summary>The sequence after the last.</summary>
    public long Next => First + Count;

    /// <summary>Makes a row with its checksum.</summary>
    public static JournalRow Of(
        PairId pair, long epoch, long first, int count, ReadOnlyMemory<byte> payload) =>
        new(pair, epoch, first, count, payload, Sum(pair, epoch, first, count, payload.Span));

    /// <summary>Whether the row is as it was made.</summary>
    internal bool IsWhole => Checksum == Sum(Pair, Epoch, First, Count, Payload.Span);

    internal static uint Sum(
        PairId pair, long epoch, long first, int count, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[2 * sizeof(long) + sizeof(int)];
        BinaryPrimitives.WriteInt64LittleEndian(head, epoch);
        BinaryPrimitives.WriteInt64LittleEndian(head[sizeof(long)..], first);
        BinaryPrimitives.WriteInt32LittleEndian(head[(2 * sizeof(long))..], count);
        var sum = Crc32C.Of(Encoding.ASCII.GetBytes(pair.ToString()));
        return Crc32C.Of(payload, Crc32C.Of(head, sum));
    }
}
