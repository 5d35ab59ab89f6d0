using MarketMaker.Feeds.Binance;

namespace MarketMaker.Feeds.Tapes;

/// <summary>A symbol on a tape, with what its frames are read by.</summary>
internal sealed class TapeSymbol(Instrument instrument)
{
    /// <summary>The pair that it is.</summary>
    public Instrument Instrument { get; } = instrument;

    /// <summary>The conversion of its decimals.</summary>
    public QuoteScale Scale { get; } = new(instrument.Spec);

    /// <summary>The last quote's number at the venue.</summary>
    public long LastUpdateId { get; set; }
}
