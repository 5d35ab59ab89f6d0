namespace MarketMaker.Feeds.Binance;

/// <summary>An instrument with what a connection needs of it, prepared once.</summary>
internal sealed class FollowedInstrument(Instrument instrument)
{
    /// <summary>The instrument.</summary>
    public Instrument Instrument { get; } = instrument;

    /// <summary>The conversion of its decimals.</summary>
    public QuoteScale Scale { get; } = new(instrument.Spec);
}
