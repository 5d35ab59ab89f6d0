using MarketMaker.Engine.Market;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tapes;

/// <summary>A symbol on a tape as a source of a pair, with what its frames are read by.</summary>
internal sealed class TapeSymbol(Instrument instrument)
{
    private SequenceMark _mark;

    /// <summary>Which of the pair's sources.</summary>
    public byte Source { get; } = (byte)instrument.Source;

    /// <summary>The conversion of its decimals.</summary>
    public QuoteScale Scale { get; } = new(instrument.Spec);

    /// <summary>How far the venue's numbers have come.</summary>
    public ref SequenceMark Mark => ref _mark;

    /// <summary>Something that was said of the pair.</summary>
    public TapeEvent Event(in VenueEvent what) => new(instrument.Pair, what);
}
