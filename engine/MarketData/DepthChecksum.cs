using System.Numerics;
using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.MarketData;

/// <summary>The number by which two sides prove that they hold the same book: CRC-32C of its
/// best levels.</summary>
/// <remarks>
/// The bytes are 64-bit integers, little endian: how many bids are counted in, then for each of
/// them, best first, its price in ticks, its quantity in lots and its number of orders; then the
/// same of the asks. Counted in are the best <see cref="Levels"/> of a side, or all if there are
/// fewer. CRC-32C is that of RFC 3720, appendix B.4 (Castagnoli's polynomial, reflected, initial
/// and final value all ones): of the nine ASCII digits 123456789 it is E3069283.
/// </remarks>
public static class DepthChecksum
{
    /// <summary>How many levels of a side are counted in.</summary>
    public const int Levels = 25;

    /// <summary>The checksum of a book; levels behind the first <see cref="Levels"/> of a side
    /// do not change it.</summary>
    /// <param name="bids">Best first.</param>
    /// <param name="asks">Best first.</param>
    public static uint Of(ReadOnlySpan<DepthLevel> bids, ReadOnlySpan<DepthLevel> asks) =>
        ~Add(Add(uint.MaxValue, bids), asks);

    private static uint Add(uint crc, ReadOnlySpan<DepthLevel> side)
    {
        var best = side[..Math.Min(side.Length, Levels)];
        crc = Add(crc, best.Length);
        foreach (ref readonly var level in best)
        {
            crc = Add(crc, level.Price.Ticks);
            crc = Add(crc, level.Quantity.Lots);
            crc = Add(crc, level.Orders);
        }
        return crc;
    }

    /// <summary>Any number has its bytes, also one that no sound book contains.</summary>
    private static uint Add(uint crc, long number) =>
        BitOperations.Crc32C(crc, unchecked((ulong)number));
}
