using MarketMaker.Engine.Market;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Rest;

/// <summary>A source that is checked against its venue's REST answers. Used by the check's task.
/// </summary>
internal sealed class CheckedSource(
    Instrument instrument, WatchedSource watched, RestCheckOptions options)
{
    private readonly QuoteScale _scale = new(instrument.Spec);
    private readonly PriceAgreement _agreement = new(options.MaxDifferenceBps, options.Patience);

    /// <summary>The source.</summary>
    public Instrument Instrument => instrument;

    /// <summary>What the venue's list says of it; null before it was asked.</summary>
    public SymbolStatus? Status { get; set; }

    /// <summary>The socket's quote when the last request went out.</summary>
    public VenueQuote? Before { get; private set; }

    /// <summary>How far apart the last prices were, in basis points.</summary>
    public long DifferenceBps => _agreement.LastDifferenceBps;

    /// <summary>What the REST answers make of it; null if nothing is the matter.</summary>
    public SourceReason? Reason =>
        Status?.Reason ?? (_agreement.IsDisputed ? SourceReason.Disputed : null);

    /// <summary>A request for its price goes out.</summary>
    public void Begin() => Before = watched.LastQuote;

    /// <summary>Compares an answer with what the socket said meanwhile; an answer that is no quote,
    /// or a socket that has said nothing, decides nothing.</summary>
    public void Compare(RestPrice price)
    {
        if (Before is { } before && watched.LastQuote is { } after
            && _scale.TryRead(price.Bid, price.Ask, out var answer))
        {
            _agreement.Compare(in before, in answer, in after);
        }
    }

    /// <summary>Tells the sink, if there is news.</summary>
    /// <returns>Whether there was.</returns>
    public bool Tell() => watched.SetRest(Reason);
}
