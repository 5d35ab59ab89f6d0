using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MarketMaker.Engine.Units;

/// <summary>An amount of any asset, in atoms: the 10<sup>18</sup>th parts of its unit.</summary>
/// <remarks>
/// Fine enough for every asset that is traded (ether has 18 places) and for every pair's lot and
/// tick·lot, so that what moves between pairs of different steps is counted once, exactly.
/// <c>default</c> is none. Ordered by value.
/// </remarks>
/// <param name="Atoms">Whole atoms; an amount that is held is from 0 to <see cref="Max"/>.</param>
public readonly record struct AssetAmount(Int128 Atoms) : IComparable<AssetAmount>
{
    /// <summary>The decimal places of an asset's unit.</summary>
    public const int Places = 18;

    /// <summary>The most digits before the point.</summary>
    private const int MaxWholeDigits = 18;

    private static readonly Int128 _unit = PowerOfTen(Places);

    /// <summary>Nothing.</summary>
    public static AssetAmount Zero => default;

    /// <summary>The most of an asset that a wallet holds: 10<sup>18</sup> units, 10<sup>36</sup>
    /// atoms. Some hundred times as much still fits into 128 bits.</summary>
    public static AssetAmount Max { get; } = new(PowerOfTen(MaxWholeDigits + Places));

    /// <summary>Reads an amount.</summary>
    /// <exception cref="FormatException">The text is not an amount.</exception>
    public static AssetAmount Parse(string text) =>
        TryParse(text, out var amount)
            ? amount
            : throw new FormatException(
                $"'{text}' is not an amount: expected a number up to {Max} with at most {Places} "
                + "decimal places.");

    /// <summary>Reads a number such as <c>12.50</c>, <c>-3</c> or <c>1e-7</c>, if it is a whole
    /// number of atoms and at most <see cref="Max"/> away from 0. Nothing is rounded.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AssetAmount amount)
    {
        amount = default;
        var reader = new NumberReader(text);
        if (!reader.TryRead(out var digits, out var exponent))
            return false;
        for (exponent += Places; exponent < 0; exponent++)
        {
            var (tenth, rest) = Int128.DivRem(digits, 10);
            if (rest != 0)
                return false;
            digits = tenth;
        }
        for (; exponent > 0 && digits != 0; exponent--)
        {
            if (Int128.Abs(digits) > Max.Atoms / 10)
                return false;
            digits *= 10;
        }
        amount = new AssetAmount(digits);
        return Int128.Abs(digits) <= Max.Atoms;
    }

    /// <inheritdoc/>
    public int CompareTo(AssetAmount other) => Atoms.CompareTo(other.Atoms);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The result passes 128 bits.</exception>
    public static AssetAmount operator +(AssetAmount left, AssetAmount right) =>
        new(left.Atoms + right.Atoms);

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The result passes 128 bits.</exception>
    public static AssetAmount operator -(AssetAmount left, AssetAmount right) =>
        new(left.Atoms - right.Atoms);

    /// <summary>Compares by value.</summary>
    public static bool operator <(AssetAmount left, AssetAmount right) => left.Atoms < right.Atoms;

    /// <summary>Compares by value.</summary>
    public static bool operator >(AssetAmount left, AssetAmount right) => left.Atoms > right.Atoms;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(AssetAmount left, AssetAmount right) =>
        left.Atoms <= right.Atoms;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(AssetAmount left, AssetAmount right) =>
        left.Atoms >= right.Atoms;

    /// <summary>The number, exactly, in its shortest form: <c>12.5</c>.</summary>
    public override string ToString()
    {
        var (whole, rest) = Int128.DivRem(Int128.Abs(Atoms), _unit);
        var fraction = rest.ToString(CultureInfo.InvariantCulture)
            .PadLeft(Places, '0').TrimEnd('0');
        var sign = Int128.IsNegative(Atoms) ? "-" : "";
        var point = fraction.Length > 0 ? "." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}{point}{fraction}");
    }

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (; exponent > 0; exponent--)
            power *= 10;
        return power;
    }
}
