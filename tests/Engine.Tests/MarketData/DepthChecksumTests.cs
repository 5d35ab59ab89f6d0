using CsCheck;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.MarketData;

public sealed class DepthChecksumTests
{
    private const int LongestSide = DepthChecksum.Levels + 3;

    private static readonly Gen<DepthLevel[]> _sides =
        Gen.Select(Gen.Long, Gen.Long, Gen.Int[0, int.MaxValue])
            .Select((ticks, lots, orders) =>
                new DepthLevel(new Price(ticks), new Quantity(lots), orders))
            .Array[0, LongestSide];

    [Fact]
    public void It_is_the_CRC_32C_of_the_written_bytes() =>
        Gen.Select(_sides, _sides).Sample((bids, asks) =>
            Assert.Equal(
                BitwiseCrc32C.Of([.. Bytes(bids), .. Bytes(asks)]),
                DepthChecksum.Of(bids, asks)));

    [Fact]
    public void The_oracle_gives_the_published_check_value() =>
        Assert.Equal(0xE306_9283, BitwiseCrc32C.Of("123456789"u8));

    [Fact]
    public void A_level_that_changes_sides_is_noticed()
    {
        DepthLevel[] level = [new(new Price(5), new Quantity(3), 1)];

        Assert.NotEqual(DepthChecksum.Of(level, []), DepthChecksum.Of([], level));
    }

    private static IEnumerable<byte> Bytes(DepthLevel[] side)
    {
        var best = side.Take(DepthChecksum.Levels).ToArray();
        return new long[] { best.Length }
            .Concat(best.SelectMany(level =>
                new[] { level.Price.Ticks, level.Quantity.Lots, level.Orders }))
            .SelectMany(number => Enumerable.Range(0, 8).Select(i => (byte)(number >> (8 * i))));
    }
}
