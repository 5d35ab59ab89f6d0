using MarketMaker.Engine.Market;

namespace MarketMaker.Feeds.Lines;

/// <summary>An instrument with what a feed knows of it; changed under the board's lock.</summary>
internal sealed class FollowedInstrument(Instrument instrument)
{
    /// <summary>The instrument.</summary>
    public Instrument Instrument { get; } = instrument;

    /// <summary>The conversion of its decimals.</summary>
    public QuoteScale Scale { get; } = new(instrument.Spec);

    /// <summary>What the sink was told last.</summary>
    public SourceReason Told { get; set; } = SourceReason.Connecting;

    /// <summary>Whether a tradable quote has come since the lines were last all down.</summary>
    public bool HasQuote { get; set; }

    /// <summary>Crossed quotes since the last good one.</summary>
    public int CrossedInARow { get; set; }
}
