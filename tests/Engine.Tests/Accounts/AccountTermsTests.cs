using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Accounts;

public sealed class AccountTermsTests
{
    private static readonly FeeSchedule _fees = new(
        new FeeTier(new FeeRate(1_000), new FeeRate(2_000)),
        new FeeTier(new FeeRate(-500), new FeeRate(10_000)));

    private readonly MatchingEngine _engine = RichMarket(_fees);

    [Fact]
    public void An_account_opens_as_an_owner_of_its_own_in_the_first_tier()
    {
        var (ann, bob) = (NumberOf(Ann), NumberOf(Bob));

        Assert.Equal(default, _engine.Ledger.TermsOf(ann));
        Assert.Equal(_fees[0], _engine.Ledger.FeesOf(ann));
        Assert.NotEqual(_engine.Ledger.GroupOf(ann), _engine.Ledger.GroupOf(bob));
    }

    [Fact]
    public void An_account_opens_on_its_terms()
    {
        var terms = new AccountTerms(7, 1, 20, new Quantity(50));

        var rejection = _engine.OpenAccount(Nobody, default, default, terms);

        var account = NumberOf(Nobody);
        Assert.Equal(Rejection.None, rejection);
        Assert.Equal(terms, _engine.Ledger.TermsOf(account));
        Assert.Equal(_fees[1], _engine.Ledger.FeesOf(account));
        Assert.Equal(7, _engine.Ledger.GroupOf(account));
    }

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, -1, 0, 0)]
    [InlineData(0, 2, 0, 0)]
    [InlineData(0, 0, -1, 0)]
    [InlineData(0, 0, MatchingEngine.MaxRestingOrders + 1, 0)]
    [InlineData(0, 0, 0, -1)]
    [InlineData(0, 0, 0, 1_000_001)]
    public void Terms_out_of_range_are_refused(int group, int tier, int orders, long lots)
    {
        var terms = new AccountTerms(group, tier, orders, new Quantity(lots));

        var opened = _engine.OpenAccount(Nobody, default, default, terms);
        var changed = _engine.SetTerms(Ann, terms);

        Assert.Equal((Rejection.TermsOutOfRange, Rejection.TermsOutOfRange), (opened, changed));
        Assert.False(_engine.Ledger.TryFind(Nobody, out _));
        Assert.Equal(default, _engine.Ledger.TermsOf(NumberOf(Ann)));
    }

    [Fact]
    public void Openings_are_refused_for_the_first_reason_in_order()
    {
        var wrong = new AccountTerms(FeeTier: 9);
        var tooMuch = new Notional(-1);

        Assert.Equal(
            Rejection.AccountExists, _engine.OpenAccount(Ann, default, tooMuch, wrong));
        Assert.Equal(
            Rejection.TermsOutOfRange, _engine.OpenAccount(Nobody, default, tooMuch, wrong));
        Assert.Equal(
            Rejection.FundsOutOfRange, _engine.OpenAccount(Nobody, default, tooMuch));
        Assert.Equal(Rejection.UnknownAccount, _engine.SetTerms(Nobody, wrong));
    }

    [Fact]
    public void Each_side_of_a_trade_pays_by_its_own_tier()
    {
        _engine.SetTerms(Bob, new AccountTerms(FeeTier: 1));
        _engine.Place(Sell(Ann, 100, 1_000), default);

        _engine.Place(Buy(Bob, 100, 1_000), default);

        var fill = Assert.Single(_engine.Fills.ToArray());
        Assert.Equal((100, 1_000), (fill.MakerFee.TickLots, fill.TakerFee.TickLots));
        Assert.Equal(1_100, _engine.Ledger.VenueFees.TickLots);
    }

    [Fact]
    public void A_tier_that_changes_while_orders_rest_is_paid_out_of_what_they_hold()
    {
        Fund(_engine, Nobody, 0, 1_010);
        _engine.Place(Buy(Nobody, 1, 1_000), default);
        var changed = _engine.SetTerms(Nobody, new AccountTerms(FeeTier: 1));

        _engine.Place(Sell(Ann, 1, 1_000), default);

        Assert.Equal(Rejection.None, changed);
        // A rebate of half a tick-lot is rounded down, towards minus infinity: one of them.
        Assert.Equal(
            new Balance(new Quantity(1), default, new Notional(11), default),
            BalanceOf(_engine, Nobody));
    }

    [Fact]
    public void Terms_survive_a_restart()
    {
        var terms = new AccountTerms(3, 1, 5, new Quantity(9));
        _engine.SetTerms(Ann, terms);

        var restored = MatchingEngine.Restore(Spec, _fees, _engine.Snapshot());

        Assert.Equal(terms, restored.Ledger.TermsOf(NumberOf(Ann)));
        Assert.Equal(_fees[1], restored.Ledger.FeesOf(NumberOf(Ann)));
    }

    [Fact]
    public void There_is_a_limit_to_the_accounts_of_a_pair()
    {
        while (_engine.Ledger.Count < Ledger.MaxAccounts)
            _engine.Ledger.Open(AccountId.Parse($"a{_engine.Ledger.Count}"));

        var rejection = _engine.OpenAccount(Nobody, default, default);

        Assert.Equal(Rejection.TooManyAccounts, rejection);
    }

    private int NumberOf(AccountId name)
    {
        Invariant.Holds(_engine.Ledger.TryFind(name, out var account));
        return account;
    }
}
