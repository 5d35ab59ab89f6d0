using System.Buffers.Binary;

namespace MarketMaker.Engine.Journal;

/// <summary>A number of 64 bits that stands for a state: equal states give the same, different
/// ones, but for chance, another. It guards against bugs, not against people.</summary>
/// <remarks>The multiplication and shift of FNV-1a, eight bytes at a time.</remarks>
internal static class StateHash
{
    private const ulong Start = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;
    private const int Fold = 32;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Mix(Start, (ulong)bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes)
            hash = Mix(hash, one);
        return hash;
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        // Meant to wrap around.
        hash = unchecked((hash ^ word) * Prime);
        return hash ^ (hash >> Fold);
    }
}
