using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds;

/// <summary>A pair of ours, the name under which a venue trades it, and which of the pair's sources
/// that is.</summary>
public sealed record Instrument
{
    /// <summary>The most letters and digits of a venue's symbol.</summary>
    public const int MaxSymbolLength = 24;

    /// <summary>The most sources of a pair: those that its price is made of, and those that convert
    /// them into its quote asset.</summary>
    public const int MaxSources = ReferencePlan.MaxFeeds;

    /// <summary>Names a pair at a venue.</summary>
    /// <param name="spec">Our ticks and lots, into which the venue's prices are converted.</param>
    /// <param name="symbol">The venue's name, such as <c>BTCUSDT</c> or <c>BTC-USDT</c>: upper-case
    /// ASCII letters, digits and hyphens, 2 to <see cref="MaxSymbolLength"/>.</param>
    /// <param name="source">The number of the source within its pair, 0 to
    /// <see cref="MaxSources"/> − 1.</param>
    /// <exception cref="ArgumentException">The symbol is not of that form, or the number is outside
    /// its range.</exception>
    public Instrument(PairSpec spec, string symbol, int source = 0)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(symbol);
        if (!IsSymbol(symbol))
        {
            throw new ArgumentException(
                $"The symbol '{symbol}' is not 2 to {MaxSymbolLength} upper-case letters, "
                + "digits or hyphens.",
                nameof(symbol));
        }
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, MaxSources);
        Spec = spec;
        Symbol = symbol;
        Source = source;
    }

    /// <summary>The pair's ticks and lots.</summary>
    public PairSpec Spec { get; }

    /// <summary>The venue's name of the pair.</summary>
    public string Symbol { get; }

    /// <summary>The number of the source within its pair.</summary>
    public int Source { get; }

    /// <summary>The pair.</summary>
    public PairId Pair => Spec.Id;

    /// <summary>Whether a text has the form of a venue's symbol.</summary>
    public static bool IsSymbol(string text) =>
        text.Length is >= 2 and <= MaxSymbolLength
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-');
}
