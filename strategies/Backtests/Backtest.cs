using MarketMaker.Engine;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Backtests;

/// <summary>Has a rule make a pair's market on what a venue once said, and tells how it went:
/// events in, report out.</summary>
/// <remarks>
/// The way of a price is the real one from the reference to the fill. Quotes and signs of life
/// reach the maker as the feed would pass them on, and the first venue's trades come as
/// customers' market orders of the same side and size. Two things differ from a live market:
/// nothing takes time, and the customers do not answer to what is quoted.
/// <para>Pure: no clock but the events', no chance; the same events give the same report, bit for
/// bit. One thread at a time.</para>
/// </remarks>
public sealed class Backtest
{
    /// <summary>After so long without a quote a sign of life repeats the last one, as the feed
    /// does.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>How many times the desk's capital the customers have.</summary>
    private const int CustomersWealth = 1000;

    private static readonly AccountId _customers = AccountId.Parse("tape-customers");

    private readonly MadeMarket _market;
    private readonly int _sources;

    // Whose trades are the customers': one venue's, not the sum of all.
    private readonly int _customersSource;
    private readonly (VenueQuote Quote, Instant HeardAt)[] _feeds =
        new (VenueQuote, Instant)[byte.MaxValue + 1];

    /// <summary>Opens the market.</summary>
    /// <param name="terms">The market's terms.</param>
    /// <param name="rule">The rule, which is this backtest's from now on.</param>
    public Backtest(MarketTerms terms, IQuotingRule rule)
    {
        var engine = new MatchingEngine(terms.Spec, terms.Fees);
        var opened = engine.OpenAccount(terms.Desk, terms.BaseCapital, terms.QuoteCapital);
        Invariant.Holds(opened == Rejection.None);
        opened = engine.OpenAccount(
            _customers,
            new Quantity(terms.BaseCapital.Lots * CustomersWealth),
            new Notional(terms.QuoteCapital.TickLots * CustomersWealth));
        Invariant.Holds(opened == Rejection.None);
        _market = new MadeMarket(terms, engine, rule);
        _sources = terms.References.Feeds;
        _customersSource = terms.References.Sources[0].Feed;
    }

    /// <summary>Takes the next event. One of a source that the reference does not have is passed
    /// over.</summary>
    /// <param name="what">The event; not earlier than the last.</param>
    public void Take(in VenueEvent what)
    {
        if (what.Source >= _sources)
            return;
        switch (what.Kind)
        {
            case VenueEventKind.Quote:
                Hear(what.Source, what.Quote, what.At);
                break;
            case VenueEventKind.Heartbeat:
                Confirm(what.Source, what.At);
                break;
            case VenueEventKind.Trade:
                Trade(what);
                break;
        }
    }

    /// <summary>How it has gone up to the last event.</summary>
    public QuotingReport Report() => _market.Report();

    private void Hear(byte feed, in VenueQuote quote, Instant at)
    {
        if (!_feeds[feed].Quote.IsTradable)
            _market.Tell(feed, new SourceHealth(SourceReason.Ok), at);
        _feeds[feed] = (quote, at);
        _market.Hear(feed, quote, at, at);
    }

    private void Confirm(byte feed, Instant at)
    {
        var (quote, heardAt) = _feeds[feed];
        if (quote.IsTradable && at - heardAt >= HeartbeatInterval)
            Hear(feed, quote, at);
        else
            _market.AdvanceTo(at);
    }

    private void Trade(in VenueEvent trade)
    {
        _market.AdvanceTo(trade.At);
        if (trade.Source != _customersSource || trade.Quantity <= Quantity.Zero)
            return;
        var order = NewOrder.Market(_customers, trade.Aggressor, trade.Quantity);
        _market.Engine.Place(order, _market.Now);
        _market.Settle();
    }
}
