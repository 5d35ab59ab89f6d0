using MarketMaker.Engine.Market;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tapes;

/// <summary>A symbol on a tape as a source of a pair, with what its frames are read by.</summary>
internal sealed class TapeSymbol(Instrument instrument)
{
    /// <summary>Which of the pair's sources.</summary>
    public byte Source { get; } = (byte)instrument.Source;

    /// <summary>The conversion of its decimals.</summary>
    public QuoteScale Scale { get; } = new(instrument.Spec);

    /// <summary>The last quote's number at the venue.</summary>
    public long LastUpdateId { get; set; }

    /// <summary>Something that was said of the pair.</summary>
    public TapeEvent Event(in VenueEvent what) => new(instrument.Pair, what);
}
