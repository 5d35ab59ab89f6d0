using System.Diagnostics.CodeAnalysis;

namespace MarketMaker.Engine.Units;

/// <summary>The name that whoever moves funds gives to the movement, so that a repeat is known as
/// one.</summary>
/// <remarks>1 to 64 ASCII letters, digits, dots, dashes, underscores and colons. <c>default</c> is
/// not a transfer.</remarks>
public readonly record struct TransferId
{
    /// <summary>The most characters that a name may have.</summary>
    public const int MaxLength = 64;

    private readonly string? _name;

    private TransferId(string name) => _name = name;

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The text is not a transfer's name.</exception>
    public static TransferId Parse(string text) =>
        TryParse(text, out var transfer)
            ? transfer
            : throw new FormatException(
                $"'{text}' is not a transfer: expected 1 to {MaxLength} letters, digits, '.', "
                + "'-', '_' or ':'.");

    /// <summary>Reads a name, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TransferId transfer)
    {
        transfer = default;
        if (text is null || text.Length is 0 or > MaxLength)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_' or ':'))
                return false;
        }
        transfer = new TransferId(text);
        return true;
    }

    /// <summary>The name.</summary>
    public override string ToString() => _name ?? "(no transfer)";
}
