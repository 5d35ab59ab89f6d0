using System.Diagnostics.CodeAnalysis;

namespace MarketMaker.Engine.Units;

/// <summary>The name of an account at the exchange.</summary>
/// <remarks>1 to 40 ASCII letters, digits, dots, dashes and underscores. <c>default</c> is not an
/// account.</remarks>
public readonly record struct AccountId
{
    /// <summary>The most characters that a name may have.</summary>
    public const int MaxLength = 40;

    private readonly string? _name;

    private AccountId(string name) => _name = name;

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The text is not an account's name.</exception>
    public static AccountId Parse(string text) =>
        TryParse(text, out var account)
            ? account
            : throw new FormatException(
                $"'{text}' is not an account: expected 1 to {MaxLength} letters, digits, '.', "
                + "'-' or '_'.");

    /// <summary>Reads a name, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out AccountId account)
    {
        account = default;
        if (text is null || text.Length is 0 or > MaxLength)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
                return false;
        }
        account = new AccountId(text);
        return true;
    }

    /// <summary>The name.</summary>
    public override string ToString() => _name ?? "(no account)";
}
