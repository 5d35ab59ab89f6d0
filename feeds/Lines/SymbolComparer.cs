using System.Text;

namespace MarketMaker.Feeds.Lines;

/// <summary>Lets a dictionary of symbols be searched by a frame's bytes, so that no string is made
/// per frame.</summary>
internal sealed class SymbolComparer
    : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    /// <summary>The comparer; it has no state.</summary>
    public static SymbolComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public bool Equals(ReadOnlySpan<byte> alternate, string other) =>
        Ascii.Equals(alternate, other);

    public int GetHashCode(string obj)
    {
        var hash = FnvBasis;
        foreach (var c in obj)
            hash = Mix(hash, c);
        return unchecked((int)hash);
    }

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = FnvBasis;
        foreach (var c in alternate)
            hash = Mix(hash, c);
        return unchecked((int)hash);
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.ASCII.GetString(alternate);

    private const uint FnvBasis = 2_166_136_261;

    /// <summary>A step of FNV-1a.</summary>
    private static uint Mix(uint hash, uint value) => unchecked((hash ^ value) * 16_777_619);
}
