using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>A row of the snapshots' table: a market as it was after a record.</summary>
/// <param name="Pair">Whose market it is.</param>
/// <param name="Epoch">Which life of the pair wrote it.</param>
/// <param name="Sequence">The last record that it contains.</param>
/// <param name="StateHash">Stands for the balances, orders and answers in it: whoever recovers
/// them by another way, from an older snapshot and the records since, gets the same.</param>
/// <param name="Payload">The market.</param>
/// <param name="Checksum">The <see cref="Crc32C"/> of all the above.</param>
public sealed record JournalSnapshot(
    PairId Pair,
    long Epoch,
    long Sequence,
    ulong StateHash,
    ReadOnlyMemory<byte> Payload,
    uint Checksum)
{
    /// <summary>Makes a snapshot with its checksum.</summary>
    public static JournalSnapshot Of(
        PairId pair, long epoch, long sequence, ulong hash, ReadOnlyMemory<byte> payload) =>
        new(pair, epoch, sequence, hash, payload, Sum(pair, epoch, sequence, hash, payload));

    /// <summary>Whether the snapshot is as it was made.</summary>
    internal bool IsWhole => Checksum == Sum(Pair, Epoch, Sequence, StateHash, Payload);

    private static uint Sum(
        PairId pair, long epoch, long sequence, ulong hash, ReadOnlyMemory<byte> payload)
    {
        Span<byte> tail = stackalloc byte[sizeof(ulong)];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(tail, hash);
        return Crc32C.Of(tail, JournalRow.Sum(pair, epoch, sequence, 0, payload.Span));
    }
}
