namespace MarketMaker.Engine.Tests.MarketData;

/// <summary>CRC-32C as its definition reads: bit by bit, without tables or instructions.</summary>
internal static class BitwiseCrc32C
{
    private const uint ReflectedPolynomial = 0x82F6_3B78;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 1 ? ReflectedPolynomial : 0);
        }
        return ~crc;
    }
}
