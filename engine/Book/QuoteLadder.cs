using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>One owner's ladder as the engine remembers it between two mass quotes.</summary>
internal sealed class QuoteLadder(int account)
{
    private const int Capacity = 2 * MatchingEngine.MaxQuotesPerSide;

    private QuoteReport[] _reports = new QuoteReport[Capacity];
    private int[] _slots = new int[Capacity];
    private QuoteReport[] _previous = new QuoteReport[Capacity];
    private int[] _previousSlots = new int[Capacity];
    private int _bids;
    private int _asks;
    private int _previousBids;
    private int _previousAsks;

    public int Account { get; } = account;

    /// <summary>Older than any that an owner can send, until the first mass quote.</summary>
    public long Epoch { get; private set; } = long.MinValue;

    public long Sequence { get; private set; }

    public LadderChange Change { get; set; }

    public long LastFill { get; set; }

    /// <summary>When it goes unless its owner speaks again; null is never.</summary>
    public Instant? LeaseEnds { get; set; }

    /// <summary>Whether the market has taken it out by itself since the last mass quote.</summary>
    public bool IsPulled { get; set; }

    /// <summary>When too much of it traded; null if its owner may quote.</summary>
    public Instant? TrippedAt { get; set; }

    /// <summary>What of it has traded of late.</summary>
    public TradedWindow Traded { get; } = new();

    public ReadOnlySpan<QuoteReport> Reports => _reports.AsSpan(0, _bids + _asks);

    /// <summary>The slots of the quotes of <see cref="Reports"/>, which are other orders' once
    /// those are gone: ask <see cref="OrderBook.IsQuoteAt"/>. <see cref="OrderBook.None"/> for one
    /// that never rested.</summary>
    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, _bids + _asks);

    /// <summary>The new ladder's quotes of a side, best first.</summary>
    public Span<QuoteReport> Wanted(Side side) =>
        side == Side.Buy ? _reports.AsSpan(0, _bids) : _reports.AsSpan(_bids, _asks);

    /// <summary>The slots of the quotes of <see cref="Wanted"/>.</summary>
    public Span<int> WantedSlots(Side side) =>
        side == Side.Buy ? _slots.AsSpan(0, _bids) : _slots.AsSpan(_bids, _asks);

    /// <summary>The old ladder's quotes of a side, best first; some may have traded away.</summary>
    public ReadOnlySpan<QuoteReport> Previous(Side side) =>
        side == Side.Buy
            ? _previous.AsSpan(0, _previousBids)
            : _previous.AsSpan(_previousBids, _previousAsks);

    /// <summary>The slots that the quotes of <see cref="Previous"/> had.</summary>
    public ReadOnlySpan<int> PreviousSlots(Side side) =>
        side == Side.Buy
            ? _previousSlots.AsSpan(0, _previousBids)
            : _previousSlots.AsSpan(_previousBids, _previousAsks);

    /// <summary>Makes the present ladder the previous one, and the quotes the wanted one.</summary>
    public void Begin(
        long epoch, long sequence, ReadOnlySpan<Quote> bids, ReadOnlySpan<Quote> asks)
    {
        (_reports, _previous) = (_previous, _reports);
        (_slots, _previousSlots) = (_previousSlots, _slots);
        (_previousBids, _previousAsks) = (_bids, _asks);
        (_bids, _asks) = (bids.Length, asks.Length);
        _slots.AsSpan(0, _bids + _asks).Clear();
        Fill(bids, Wanted(Side.Buy));
        Fill(asks, Wanted(Side.Sell));
        (Epoch, Sequence, Change, IsPulled) = (epoch, sequence, default, false);
    }

    private static void Fill(ReadOnlySpan<Quote> quotes, Span<QuoteReport> reports)
    {
        for (var i = 0; i < quotes.Length; i++)
            reports[i] = new QuoteReport(quotes[i], default, quotes[i].Price, Rejection.None);
    }
}
