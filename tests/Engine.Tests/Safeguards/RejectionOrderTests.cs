using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Safeguards;

/// <summary>Where several reasons to refuse a command apply, the first in the order of
/// <see cref="Rejection"/> is the answer. Each command here has everything wrong with it; what
/// stands first is put right, step by step.</summary>
public sealed class RejectionOrderTests
{
    private readonly MatchingEngine _engine = RichMarket();

    [Fact]
    public void Orders_are_refused_for_the_first_reason()
    {
        var poor = AccountId.Parse("poor");
        var met = new List<Rejection>();
        _engine.Limits = new MarketLimits { Band = new Ratio(100_000) };
        _engine.SetReference(new Mark(2_000), default);
        _engine.Place(Sell(Ann, 1, 1_000), default);
        _engine.Halt("test", default);

        Try(Buy(poor, 0, 0, OrderKind.PostOnly));
        _engine.OpenAccount(
            poor, default, new Notional(950),
            new AccountTerms(MaxOpenOrders: 1, MaxQuantity: new Quantity(5)));
        Try(Buy(poor, 0, 0, OrderKind.PostOnly));
        _engine.Resume(default);
        Try(Buy(poor, 0, 0, OrderKind.PostOnly));
        Try(Buy(poor, 0, 1, OrderKind.PostOnly));
        Try(Buy(poor, 6, 1, OrderKind.PostOnly));
        Try(Buy(poor, 5, 1, OrderKind.PostOnly));
        var open = _engine.Place(Buy(poor, 1, 900), default);
        Try(Buy(poor, 5, 1_000, OrderKind.PostOnly));
        _engine.Cancel(poor, open.Id, default);
        Try(Buy(poor, 5, 1_000, OrderKind.PostOnly));
        Fund(_engine, poor, 0, 5_000);
        Try(Buy(poor, 5, 1_000, OrderKind.PostOnly));
        Try(Buy(poor, 5, 999, OrderKind.PostOnly));

        Assert.Equal(
            [
                Rejection.UnknownAccount, Rejection.MarketHalted, Rejection.PriceOutOfRange,
                Rejection.QuantityOutOfRange, Rejection.QuantityOverAccountLimit,
                Rejection.PriceOutsideBand, Rejection.TooManyOpenOrders,
                Rejection.InsufficientFunds, Rejection.PostOnlyWouldTake, Rejection.None,
            ],
            met);
        Assert.Equal(met.SkipLast(1).Order(), met.SkipLast(1));

        void Try(NewOrder order) => met.Add(_engine.Place(order, default).Rejection);
    }

    [Fact]
    public void Mass_quotes_are_refused_for_the_first_reason()
    {
        var met = new List<Rejection>();
        var other = new QuoteLease(9, TimeSpan.FromSeconds(1));
        var crossed = new Quote(Side.Sell, new(100), new(10));
        _engine.Limits = new MarketLimits
        {
            Protection = new QuoteProtection(new(1), default, TimeSpan.FromSeconds(1), default),
        };
        _engine.MassQuote(Maker, 1, 5, [], [crossed], default);
        _engine.Place(Buy(Bob, 2, 100), default);
        _engine.SetTerms(Maker, new AccountTerms(MaxQuantity: new Quantity(5)));
        _engine.Halt("test", default);

        Try(Nobody, 4, Bids(51, 0, 0), other);
        Try(Maker, 4, Bids(51, 0, 0), other);
        Try(Maker, 4, Bids(51, 0, 0), default);
        Try(Maker, 6, Bids(51, 0, 0), default);
        _engine.Resume(default);
        Try(Maker, 6, Bids(51, 0, 0), default);
        _engine.ResetProtection(Maker);
        Try(Maker, 6, Bids(51, 0, 0), default);
        Try(Maker, 6, Bids(2, 0, 0), default);
        Try(Maker, 6, Bids(2, 100, 0), default);
        Try(Maker, 6, Bids(2, 100, 6), default);
        Try(Maker, 6, Bids(2, 100, 5), default);
        Try(Maker, 6, Bids(1, 99, 5), default);

        Assert.Equal(
            [
                Rejection.UnknownAccount, Rejection.StaleMarket, Rejection.StaleSequence,
                Rejection.MarketHalted, Rejection.QuotesFrozen, Rejection.TooManyQuotes,
                Rejection.PriceOutOfRange, Rejection.QuantityOutOfRange,
                Rejection.QuantityOverAccountLimit, Rejection.QuotesNotInOrder, Rejection.None,
            ],
            met);
        Assert.Equal(met.SkipLast(1).Order(), met.SkipLast(1));

        void Try(AccountId owner, long sequence, Quote[] bids, QuoteLease lease) =>
            met.Add(_engine.MassQuote(owner, 1, sequence, bids, [crossed with
            {
                Quantity = new Quantity(5),
            }], default, lease).Rejection);
    }

    private static Quote[] Bids(int count, long ticks, long lots) =>
        [.. Enumerable.Repeat(new Quote(Side.Buy, new(ticks), new(lots)), count)];
}
