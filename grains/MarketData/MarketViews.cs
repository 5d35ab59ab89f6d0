using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grains.MarketData;

/// <summary>What a market looks like from outside: to everyone, to an account, to a maker. It only
/// looks.</summary>
internal sealed class MarketViews(MatchingEngine engine)
{
    private readonly DepthRecorder _depth = new(engine, DepthRecorder.StartOf(engine.Epoch));
    private readonly OwnOrder[] _places = new OwnOrder[2 * MatchingEngine.MaxQuotesPerSide];

    /// <summary>The best price of a side and what rests there; <c>default</c> if nothing does.
    /// </summary>
    public DepthLevel Best(Side side)
    {
        var best = default(DepthLevel);
        engine.CopyDepth(side, new Span<DepthLevel>(ref best));
        return best;
    }

    /// <summary>The book's best levels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not 1 to
    /// <see cref="BookView.MaxLevels"/>.</exception>
    public BookView Book(int levels, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels, BookView.MaxLevels);
        return new BookView(
            now, engine.LastFill, Depth(Side.Buy, levels), Depth(Side.Sell, levels));
    }

    /// <summary>The numbered depth and the last trade; null if the caller has seen both.</summary>
    public MarketView? Market(long sequence, long lastFill, Instant now)
    {
        var depth = _depth.Look();
        var isKnown = depth.Sequence == sequence && engine.LastFill == lastFill;
        return isKnown ? null : new MarketView(now, engine.LastFill, depth);
    }

    /// <summary>An account's orders with their places; null if it never had funds.</summary>
    public OwnOrdersView? OwnOrders(AccountId account, Instant now) =>
        engine.Ledger.TryFind(account, out _)
            ? new OwnOrdersView(now, engine.OwnOrders(account))
            : null;

    /// <summary>An account's live order; null if there is none.</summary>
    public RestingOrder? Order(AccountId account, OrderId id) =>
        engine.TryGetOrder(id, out var order) && order.Account == account ? order : null;

    /// <summary>On what terms an account trades; null if it was never opened.</summary>
    public AccountTerms? Terms(AccountId account) =>
        engine.Ledger.TryFind(account, out var number) ? engine.Ledger.TermsOf(number) : null;

    /// <summary>What an account has; null if it never had funds.</summary>
    public Balance? Balance(AccountId account) =>
        engine.Ledger.TryFind(account, out var number) ? engine.Ledger[number] : null;

    /// <summary>What became of a maker's ladder.</summary>
    public MassQuoteReply Ladder(in MassQuoteResult result, AccountId owner) =>
        new(
            result.Rejection,
            result.RejectedAt,
            result.Change,
            result.LastFill,
            result.Reports.ToArray(),
            Best(Side.Buy),
            Best(Side.Sell))
        {
            Market = engine.Epoch,
            Places = owner == DeskAccount.Id ? PlacesOf(owner) : [],
        };

    /// <summary>What became of the lease of a maker's ladder.</summary>
    public LadderRenewalReply Renewal(Rejection rejection, AccountId owner) =>
        new(rejection, engine.LastFill, PlacesOf(owner), Best(Side.Buy), Best(Side.Sell));

    private OwnOrder[] PlacesOf(AccountId owner) =>
        _places[..engine.CopyQuotes(owner, _places)];

    private DepthLevel[] Depth(Side side, int levels)
    {
        var depth = new DepthLevel[levels];
        return depth[..engine.CopyDepth(side, depth)];
    }
}
