using System.CommandLine.Parsing;
using System.Globalization;

namespace MarketMaker.Silo.Recording;

/// <summary>Reads sizes and times as people write them on a command line.</summary>
internal static class OptionText
{
    /// <summary>Reads a size: a whole number of bytes, or of <c>K</c>, <c>M</c>, <c>G</c> or
    /// <c>T</c>, which are powers of 1024.</summary>
    public static long ReadSize(ArgumentResult argument, long least, long most)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        var unit = text.Length > 0 ? "KMGT".IndexOf(text[^1], StringComparison.Ordinal) + 1 : 0;
        var digits = unit > 0 ? text[..^1] : text;
        var scale = 1L << (10 * unit);
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= most / scale && number * scale >= least)
        {
            return number * scale;
        }
        argument.AddError(
            $"{NameOf(argument)} must be a size from {Print(least)} to {Print(most)}, such as "
            + "64M.");
        return least;
    }

    /// <summary>Reads a time: a number of <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>.
    /// </summary>
    public static TimeSpan ReadSpan(ArgumentResult argument, TimeSpan least, TimeSpan most)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (TryReadSpan(text) is { } span && span >= least && span <= most)
            return span;
        argument.AddError(
            $"{NameOf(argument)} must be a time from {least} to {most}, such as 30s, 10m or 1h.");
        return least;
    }

    private static TimeSpan? TryReadSpan(string text)
    {
        const double mostDays = 36_500;
        var digits = text.TrimEnd('m', 's', 'h', 'd');
        var milliseconds = text[digits.Length..] switch
        {
            "ms" => 1,
            "s" => 1_000,
            "m" => 60_000,
            "h" => 3_600_000,
            "d" => 86_400_000,
            _ => 0,
        };
        var isRead = double.TryParse(
            digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return isRead && milliseconds > 0 && number * milliseconds < mostDays * 86_400_000
            ? TimeSpan.FromMilliseconds(number * milliseconds)
            : null;
    }

    private static string NameOf(ArgumentResult argument) =>
        argument.Parent is OptionResult option ? option.Option.Name : argument.Argument.Name;

    private static string Print(long bytes)
    {
        var unit = 0;
        while (bytes >= 1024 && bytes % 1024 == 0 && unit < 4)
        {
            bytes /= 1024;
            unit++;
        }
        return bytes.ToString(CultureInfo.InvariantCulture) + " KMGT"[unit].ToString().Trim();
    }
}
