using System.Diagnostics.CodeAnalysis;

namespace MarketMaker.Engine.Units;

/// <summary>The name of a trading pair: base, a dash, quote, such as <c>BTC-USDT</c>.</summary>
/// <remarks>
/// Upper-case ASCII letters and digits, 2 to 12 on each side, not the same on both. The dash is
/// required: stores that take hexadecimal keys for numbers would otherwise confuse names such as
/// <c>ADA</c>.
/// <c>default</c> is not a pair.
/// </remarks>
public readonly record struct PairId
{
    /// <summary>The most letters and digits that an asset's name may have.</summary>
    public const int MaxAssetLength = 12;

    private readonly string? _name;

    private PairId(string name) => _name = name;

    /// <summary>The asset that is bought and sold; empty for <c>default</c>.</summary>
    public string BaseAsset => _name is null ? "" : _name[..Dash(_name)];

    /// <summary>The asset that prices are in; empty for <c>default</c>.</summary>
    public string QuoteAsset => _name is null ? "" : _name[(Dash(_name) + 1)..];

    /// <summary>Reads a name; lower case is accepted.</summary>
    /// <exception cref="FormatException">The text is not a pair's name.</exception>
    public static PairId Parse(string text) =>
        TryParse(text, out var pair)
            ? pair
            : throw new FormatException(
                $"'{text}' is not a pair: expected BASE-QUOTE, 2 to {MaxAssetLength} letters or "
                + "digits on each side.");

    /// <summary>Reads a name, if it is one; lower case is accepted.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PairId pair)
    {
        pair = default;
        if (text is null || text.Length > 2 * MaxAssetLength + 1)
            return false;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !IsAsset(text.AsSpan(0, dash)) || !IsAsset(text.AsSpan(dash + 1)))
            return false;
        // Nothing trades against itself; sums by asset rely on the two being different.
        if (text.AsSpan(0, dash).Equals(text.AsSpan(dash + 1), StringComparison.OrdinalIgnoreCase))
            return false;
        pair = new PairId(text.ToUpperInvariant());
        return true;
    }

    /// <summary>The name.</summary>
    public override string ToString() => _name ?? "(no pair)";

    internal static bool IsAsset(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > MaxAssetLength)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }
        return true;
    }

    private static int Dash(string name) => name.IndexOf('-', StringComparison.Ordinal);
}
