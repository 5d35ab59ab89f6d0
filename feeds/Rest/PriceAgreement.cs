using MarketMaker.Engine.Market;

namespace MarketMaker.Feeds.Rest;

/// <summary>Whether a source's socket and its venue's REST answers tell the same price: pure.
/// </summary>
/// <remarks>A request takes a while, and the price may move in it: the REST price is held against
/// all that lies between the socket's price before and the one after.</remarks>
internal sealed class PriceAgreement(int maxDifferenceBps, int patience)
{
    private const int BpsOfOne = 10_000;

    private int _apart;

    /// <summary>Whether the last comparisons, as many as the patience, were all too far apart.
    /// </summary>
    public bool IsDisputed => _apart >= patience;

    /// <summary>How far apart the last comparison was, in basis points.</summary>
    public long LastDifferenceBps { get; private set; }

    /// <summary>Compares.</summary>
    /// <param name="before">The socket's quote when the request went out; tradable.</param>
    /// <param name="answer">The REST quote; tradable.</param>
    /// <param name="after">The socket's quote when the answer was there; tradable.</param>
    public void Compare(in VenueQuote before, in VenueQuote answer, in VenueQuote after)
    {
        var (told, first, last) = (Twice(answer), Twice(before), Twice(after));
        var (low, high) = (Int128.Min(first, last), Int128.Max(first, last));
        var apart = told < low ? low - told : told > high ? told - high : 0;
        LastDifferenceBps = (long)Int128.Min(apart * BpsOfOne / told, long.MaxValue);
        var isFar = apart * BpsOfOne > maxDifferenceBps * told;
        _apart = isFar ? Math.Min(_apart + 1, patience) : 0;
    }

    /// <summary>Twice the middle price, in ticks.</summary>
    private static Int128 Twice(in VenueQuote quote) =>
        (Int128)quote.Bid.Ticks + quote.Ask.Ticks;
}
