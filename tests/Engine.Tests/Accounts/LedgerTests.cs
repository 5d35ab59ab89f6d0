using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Accounts;

public sealed class LedgerTests
{
    private readonly Ledger _ledger = new(default);

    [Fact]
    public void Accounts_are_numbered_from_zero_and_opened_once()
    {
        var accounts = Enumerable.Range(0, 40).Select(i => AccountId.Parse($"a{i}")).ToArray();

        var numbers = accounts.Select(_ledger.Open).ToArray();

        Assert.Equal(Enumerable.Range(0, 40), numbers);
        Assert.Equal(7, _ledger.Open(accounts[7]));
        Assert.Equal(accounts[7], _ledger.Name(7));
        Assert.Equal(40, _ledger.Count);
    }

    [Fact]
    public void An_account_that_was_never_opened_is_not_found() =>
        Assert.False(_ledger.TryFind(Nobody, out _));

    [Fact]
    public void Deposits_add_up()
    {
        var ann = _ledger.Open(Ann);
        _ledger.TryDeposit(ann, new Quantity(3), new Notional(50));

        var taken = _ledger.TryDeposit(ann, new Quantity(4), new Notional(60));

        Assert.True(taken);
        Assert.Equal(
            new Balance(new Quantity(7), default, new Notional(110), default), _ledger[ann]);
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(Ledger.MaxTotal, 0)]
    [InlineData(0, Ledger.MaxTotal)]
    [InlineData(long.MaxValue, long.MaxValue)]
    public void A_deposit_that_is_negative_or_too_much_in_total_changes_nothing(
        long lots, long tickLots)
    {
        var (ann, bob) = (_ledger.Open(Ann), _ledger.Open(Bob));
        _ledger.TryDeposit(ann, new Quantity(1), new Notional(1));

        var taken = _ledger.TryDeposit(bob, new Quantity(lots), new Notional(tickLots));

        Assert.False(taken);
        Assert.Equal(default, _ledger[bob]);
    }

    [Fact]
    public void Deposits_may_reach_the_limit_exactly()
    {
        var ann = _ledger.Open(Ann);

        var taken = _ledger.TryDeposit(
            ann, new Quantity(Ledger.MaxTotal), new Notional(Ledger.MaxTotal));

        Assert.True(taken);
    }
}
