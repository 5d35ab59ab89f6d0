using System.Globalization;

namespace MarketMaker.Api.Json;

/// <summary>Reads decimals exactly: what would have to be rounded is not a decimal here.</summary>
public static class DecimalText
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint
        | NumberStyles.AllowExponent;

    /// <summary>Reads a number such as <c>-12.50</c> or <c>1e-7</c>, if it has at most
    /// <see cref="ApiLimits.MaxDecimalDigits"/> digits, and as many after its point.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        var mark = text.IndexOfAny(['e', 'E']);
        var significand = mark < 0 ? text : text[..mark];
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(
                text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture, out exponent))
            return false;
        var point = significand.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0L : significand.Length - point - 1;
        return significand.Count(char.IsAsciiDigit) <= ApiLimits.MaxDecimalDigits
            && fraction - exponent <= ApiLimits.MaxDecimalDigits
            && decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out value);
    }
}
