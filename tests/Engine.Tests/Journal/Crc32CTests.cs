using System.Text;
using CsCheck;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Tests.MarketData;

namespace MarketMaker.Engine.Tests.Journal;

public sealed class Crc32CTests
{
    // RFC 3720, appendix B.4; the first is the customary check value.
    [Fact]
    public void It_gives_the_published_values()
    {
        Assert.Equal(0xE306_9283u, Crc32C.Of(Encoding.ASCII.GetBytes("123456789")));
        Assert.Equal(0x8A91_36AAu, Crc32C.Of(new byte[32]));
        Assert.Equal(0x62A8_AB43u, Crc32C.Of([.. Enumerable.Repeat((byte)0xFF, 32)]));
        Assert.Equal(0x46DD_794Eu, Crc32C.Of([.. Enumerable.Range(0, 32).Select(i => (byte)i)]));
    }

    [Fact]
    public void Of_two_parts_in_turn_it_is_that_of_the_whole() =>
        Gen.Select(Gen.Byte.Array, Gen.Byte.Array).Sample((first, second) =>
            Crc32C.Of(second, Crc32C.Of(first)) == BitwiseCrc32C.Of([.. first, .. second]));
}
