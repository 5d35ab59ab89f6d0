using MarketMaker.Engine;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.Simulation.Tests.World;

namespace MarketMaker.Simulation.Tests.Parts;

public sealed class DeskBooksTests
{
    private static readonly FeeRate _rebate = new(-100);
    private static readonly FeeRate _fee = new(500);

    private DeskBooks _books =
        new(0, 0, new Quantity(100_000), new Notional(1_000_000_000), default);

    // Flat: mid 100.00, buy 2 @ 99.90; mid 99.80, sell 1 @ 99.95; mid 100.10, sell 3 @ 100.25; mid
    // 100.40, buy 1 @ 100.50; mid 100.30. The first three at −1 bp, the last at +5 bp.
    [Fact]
    public void A_days_trading_comes_out_to_the_last_digit_both_ways()
    {
        Mark(100.00m);
        Make(Side.Buy, 2, 99.90m);
        Mark(99.80m);
        Make(Side.Sell, 1, 99.95m);
        Mark(100.10m);
        Make(Side.Sell, 3, 100.25m);
        Mark(100.40m);
        Take(Side.Buy, 1, 100.50m);
        Mark(100.30m);

        var (profit, spec) = (_books.ProfitAndLoss, Conditions.Spec);
        Assert.Equal(
            (100.40m, -1m), (spec.ToDecimal(profit.Cash), spec.ToDecimal(profit.Position)));
        Assert.Equal(
            (0.10m, 0.70m, -0.60m),
            (spec.ToDecimal(profit.Equity), spec.ToDecimal(profit.Spread),
                spec.ToDecimal(profit.Inventory)));
        Assert.Equal(
            (0.15m, -0.05m),
            (spec.ToDecimal(profit.Realised), spec.ToDecimal(profit.Unrealised)));
        Assert.Equal(
            (-0.009800m, 0.109800m), (spec.ToDecimal(profit.Fees), spec.ToDecimal(profit.Net)));
        Assert.Equal(default, profit.Residual);
        Assert.Equal(
            (4L, 4L, 9m, 1_100.4098m),
            (_books.LastFill, _books.Fills, spec.ToDecimal(_books.Base),
                spec.ToDecimal(_books.Quote)));
    }

    [Fact]
    public void A_trade_of_others_is_only_numbered()
    {
        var before = _books;

        Apply(Conditions.Customers[0], Conditions.Customers[1], Side.Buy, 1, 100);

        Assert.Equal(before with { LastFill = 1 }, _books);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_repeat_or_a_gap_is_refused(long number)
    {
        Make(Side.Buy, 1, 100);

        Assert.Throws<InvariantBrokenException>(() => _books.After(
            new Fill { Number = number, MakerAccount = Conditions.Desk }, Conditions.Desk));
    }

    private void Mark(decimal middle) => _books = _books.MarkedAt(
        Conditions.Spec.PriceRoundedDown(middle).ToMark());

    private void Make(Side side, decimal amount, decimal price) =>
        Apply(Conditions.Desk, Conditions.Customers[0], side.Opposite(), amount, price);

    private void Take(Side side, decimal amount, decimal price) =>
        Apply(Conditions.Customers[0], Conditions.Desk, side, amount, price);

    private void Apply(
        AccountId maker, AccountId taker, Side takerSide, decimal amount, decimal price)
    {
        var (at, lots) = (
            Conditions.Spec.PriceRoundedDown(price), Conditions.Spec.QuantityRoundedDown(amount));
        var fill = new Fill(
            _books.LastFill + 1, default, takerSide, at, lots, new OrderId(1), new OrderId(2),
            maker, taker, _rebate.FeeRoundedDown(at * lots), _fee.FeeRoundedDown(at * lots));
        _books = _books.After(fill, Conditions.Desk);
    }
}
