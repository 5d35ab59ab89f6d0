namespace MarketMaker.Feeds.Lines;

/// <summary>What became of a quote's strings.</summary>
internal enum QuoteReading
{
    /// <summary>A number could not be read.</summary>
    Malformed,

    /// <summary>The bid was not below the ask, or a price was less than a tick.</summary>
    Crossed,

    /// <summary>The quote is good.</summary>
    Tradable,
}
