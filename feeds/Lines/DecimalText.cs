namespace MarketMaker.Feeds.Lines;

/// <summary>Reads a venue's decimal strings into integers, without floating point or
/// allocation.</summary>
internal static class DecimalText
{
    /// <summary>The decimals that are kept: a value of 1 reads as 10⁸.</summary>
    /// <remarks>Binance's own resolution: its largest value is 92233720368.54775807.</remarks>
    public const int Decimals = 8;

    /// <summary>What one whole unit reads as.</summary>
    public const long One = 100_000_000;

    /// <summary>Reads digits with at most one point and at most <see cref="Decimals"/> digits
    /// behind it; no sign, no exponent, no space.</summary>
    /// <param name="text">UTF-8, such as <c>61667.99000000</c>.</param>
    /// <param name="scaled">The value times <see cref="One"/>, exactly.</param>
    /// <returns>Whether the text has that form and its value fits into 64 bits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long scaled)
    {
        scaled = 0;
        var point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? default : text[(point + 1)..];
        if (whole.IsEmpty || point >= 0 && fraction.IsEmpty || fraction.Length > Decimals)
            return false;
        if (!TryAppend(ref scaled, whole) || !TryAppend(ref scaled, fraction))
            return false;
        for (var missing = Decimals - fraction.Length; missing > 0; missing--)
        {
            if (!TryAppend(ref scaled, "0"u8))
                return false;
        }
        return true;
    }

    private static bool TryAppend(ref long value, ReadOnlySpan<byte> digits)
    {
        foreach (var c in digits)
        {
            var digit = c - '0';
            if (digit is < 0 or > 9 || value > (long.MaxValue - digit) / 10)
                return false;
            value = value * 10 + digit;
        }
        return true;
    }
}
