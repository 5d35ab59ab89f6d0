using System.Diagnostics.CodeAnalysis;

namespace MarketMaker.Engine.Units;

/// <summary>The name of an asset, such as <c>USDT</c>.</summary>
/// <remarks>2 to <see cref="PairId.MaxAssetLength"/> upper-case ASCII letters and digits.
/// <c>default</c> is not an asset. Ordered by name.</remarks>
public readonly record struct AssetId : IComparable<AssetId>
{
    private readonly string? _name;

    private AssetId(string name) => _name = name;

    /// <summary>Reads a name; lower case is accepted.</summary>
    /// <exception cref="FormatException">The text is not an asset's name.</exception>
    public static AssetId Parse(string text) =>
        TryParse(text, out var asset)
            ? asset
            : throw new FormatException(
                $"'{text}' is not an asset: expected 2 to {PairId.MaxAssetLength} letters or "
                + "digits.");

    /// <summary>Reads a name, if it is one; lower case is accepted.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AssetId asset)
    {
        asset = default;
        if (text is null || !PairId.IsAsset(text))
            return false;
        asset = new AssetId(text.ToUpperInvariant());
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(AssetId other) => string.CompareOrdinal(_name, other._name);

    /// <summary>Compares by name.</summary>
    public static bool operator <(AssetId left, AssetId right) => left.CompareTo(right) < 0;

    /// <summary>Compares by name.</summary>
    public static bool operator >(AssetId left, AssetId right) => left.CompareTo(right) > 0;

    /// <summary>Compares by name.</summary>
    public static bool operator <=(AssetId left, AssetId right) => left.CompareTo(right) <= 0;

    /// <summary>Compares by name.</summary>
    public static bool operator >=(AssetId left, AssetId right) => left.CompareTo(right) >= 0;

    /// <summary>The name.</summary>
    public override string ToString() => _name ?? "(no asset)";
}
