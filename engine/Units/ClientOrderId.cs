using System.Diagnostics.CodeAnalysis;

namespace MarketMaker.Engine.Units;

/// <summary>The name that a customer gave an order, so that a repeated order is known as one.
/// </summary>
/// <remarks>1 to 36 printable ASCII characters: '!' to '~', no spaces. <c>default</c> is not a
/// name.</remarks>
public readonly record struct ClientOrderId
{
    /// <summary>The most characters: as long as a UUID is.</summary>
    public const int MaxLength = 36;

    private readonly string? _name;

    private ClientOrderId(string name) => _name = name;

    /// <summary>Reads a name.</summary>
    /// <exception cref="FormatException">The text is not a client order id.</exception>
    public static ClientOrderId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException(
                $"'{text}' is not a client order id: expected 1 to {MaxLength} printable ASCII "
                + "characters without spaces.");

    /// <summary>Reads a name, if it is one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ClientOrderId id)
    {
        id = default;
        if (text is null || text.Length is 0 or > MaxLength)
            return false;
        foreach (var c in text)
        {
            if (c is < '!' or > '~')
                return false;
        }
        id = new ClientOrderId(text);
        return true;
    }

    /// <summary>The name.</summary>
    public override string ToString() => _name ?? "(no client order id)";
}
