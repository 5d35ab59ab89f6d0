using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds;

/// <summary>A pair of ours and the name under which a venue trades it.</summary>
public sealed record Instrument
{
    /// <summary>The most letters and digits of a venue's symbol.</summary>
    public const int MaxSymbolLength = 24;

    /// <summary>Names a pair at a venue.</summary>
    /// <param name="spec">Our ticks and lots, into which the venue's prices are converted.</param>
    /// <param name="symbol">The venue's name, such as <c>BTCUSDT</c>: upper-case ASCII letters and
    /// digits, 2 to <see cref="MaxSymbolLength"/>.</param>
    /// <exception cref="ArgumentException">The symbol is not of that form.</exception>
    public Instrument(PairSpec spec, string symbol)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(symbol);
        if (symbol.Length is < 2 or > MaxSymbolLength
            || !symbol.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
        {
            throw new ArgumentException(
                $"The symbol '{symbol}' is not 2 to {MaxSymbolLength} upper-case letters or "
                + "digits.",
                nameof(symbol));
        }
        Spec = spec;
        Symbol = symbol;
    }

    /// <summary>The pair's ticks and lots.</summary>
    public PairSpec Spec { get; }

    /// <summary>The venue's name of the pair.</summary>
    public string Symbol { get; }

    /// <summary>The pair.</summary>
    public PairId Pair => Spec.Id;
}
