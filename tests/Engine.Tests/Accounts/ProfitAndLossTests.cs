using CsCheck;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Accounts;

public sealed class ProfitAndLossTests
{
    // One cent and a ten-thousandth: a tick·lot is a millionth, so that every fee below is whole.
    private static readonly PairSpec Fine = new(
        PairId.Parse("AAA-USD"), 0.01m, 0.0001m, new Price(1_000_000), new Quantity(1_000_000));

    private static readonly FeeRate Rebate = new(-100);
    private static readonly FeeRate Charge = new(500);

    private static readonly Gen<DeskEvent> Marks =
        Gen.Long[1, 2_000_000].Select(DeskEvent (half) => new DeskEvent.Marked(new Mark(half)));

    private static readonly Gen<DeskEvent> Trades =
        Gen.Select(Gen.Bool, Gen.Long[1, 1_000_000], Gen.Long[1, 1_000], Gen.Long[-500, 500])
            .Select(DeskEvent (buys, ticks, lots, fee) => new DeskEvent.Traded(
                buys ? Side.Buy : Side.Sell, new Price(ticks), new Quantity(lots),
                new Notional(fee)));

    private static readonly Gen<DeskEvent[]> Days = Gen.OneOf(Marks, Trades).Array[0, 60];

    [Fact]
    public void The_textbook_day_comes_out_to_the_last_digit()
    {
        var desk = default(ProfitAndLoss).MarkedAt(Reference(100.00m));
        desk = Trade(desk, Side.Buy, 2, 99.90m, Rebate).MarkedAt(Reference(99.80m));
        desk = Trade(desk, Side.Sell, 1, 99.95m, Rebate).MarkedAt(Reference(100.10m));
        desk = Trade(desk, Side.Sell, 3, 100.25m, Rebate).MarkedAt(Reference(100.40m));
        desk = Trade(desk, Side.Buy, 1, 100.50m, Charge).MarkedAt(Reference(100.30m));

        Assert.Equal(
            (100.40m, -1m, 0.10m, 0.70m, -0.60m),
            (Fine.ToDecimal(desk.Cash), Fine.ToDecimal(desk.Position),
                Fine.ToDecimal(desk.Equity), Fine.ToDecimal(desk.Spread),
                Fine.ToDecimal(desk.Inventory)));
        Assert.Equal(
            (0.15m, -0.05m, -0.009800m, 0.109800m),
            (Fine.ToDecimal(desk.Realised), Fine.ToDecimal(desk.Unrealised),
                Fine.ToDecimal(desk.Fees), Fine.ToDecimal(desk.Net)));
        Assert.Equal(default, desk.Residual);
    }

    [Fact]
    public void Both_decompositions_are_the_equity_after_every_event() =>
        Days.Sample(
            day =>
            {
                var desk = default(ProfitAndLoss);
                foreach (var happening in day)
                {
                    desk = happening.Apply(desk);
                    var equity = 2 * desk.Cash.TickLots + desk.Mark.HalfTicks * desk.Position.Lots;
                    Assert.Equal(default, desk.Residual);
                    Assert.Equal(equity, desk.Equity.HalfTickLots);
                    Assert.Equal(desk.Equity, desk.Spread + desk.Inventory);
                    Assert.Equal(desk.Equity, desk.Realised.ToHalf() + desk.Unrealised);
                    Assert.Equal(desk.Equity - desk.Fees.ToHalf(), desk.Net);
                }
            },
            iter: 2_000);

    [Fact]
    public void The_sums_are_those_of_the_trades() =>
        Days.Sample(
            day =>
            {
                var desk = day.Aggregate(default(ProfitAndLoss), (d, e) => e.Apply(d));
                var trades = day.OfType<DeskEvent.Traded>().ToArray();

                Assert.Equal(
                    trades.Sum(t => t.Side.Sign() * t.Quantity.Lots), desk.Position.Lots);
                Assert.Equal(
                    -trades.Sum(t => t.Side.Sign() * t.Quantity.Lots * t.Price.Ticks),
                    desk.Cash.TickLots);
                Assert.Equal(
                    trades.Sum(t => t.Quantity.Lots * t.Price.Ticks), desk.Turnover.TickLots);
                Assert.Equal(trades.Sum(t => t.Fee.TickLots), desk.Fees.TickLots);
            },
            iter: 2_000);

    [Fact]
    public void Cost_has_the_position_s_sign_and_is_nothing_when_flat() =>
        Days.Sample(
            day =>
            {
                var desk = default(ProfitAndLoss);
                foreach (var happening in day)
                {
                    desk = happening.Apply(desk);
                    Assert.Equal(Math.Sign(desk.Position.Lots), Math.Sign(desk.Cost.TickLots));
                    if (desk.Position != Quantity.Zero)
                        continue;
                    Assert.Equal(Notional.Zero, desk.Cost);
                    Assert.Equal(desk.Cash, desk.Realised);
                    Assert.Equal(default, desk.Unrealised);
                }
            },
            iter: 2_000);

    [Fact]
    public void Adding_to_a_position_realises_nothing_and_adds_its_price_to_the_cost() =>
        Days.Sample(
            day =>
            {
                var desk = default(ProfitAndLoss);
                foreach (var happening in day)
                {
                    var before = desk;
                    desk = happening.Apply(desk);
                    var growth = Math.Abs(desk.Position.Lots) - Math.Abs(before.Position.Lots);
                    if (happening is not DeskEvent.Traded trade || growth != trade.Quantity.Lots)
                        continue;
                    Assert.Equal(before.Realised, desk.Realised);
                    Assert.Equal(before.Cash + before.Cost, desk.Cash + desk.Cost);
                }
            },
            iter: 2_000);

    [Fact]
    public void Reducing_a_position_leaves_the_rest_at_its_average_cost() =>
        Days.Sample(
            day =>
            {
                var desk = default(ProfitAndLoss);
                foreach (var happening in day)
                {
                    var before = desk;
                    desk = happening.Apply(desk);
                    var (held, left) = (before.Position.Lots, desk.Position.Lots);
                    if (Math.Sign(held) != Math.Sign(left) || Math.Abs(left) > Math.Abs(held))
                        continue;
                    var drift = desk.Cost.TickLots * held - before.Cost.TickLots * left;
                    Assert.InRange(drift, -Math.Abs(held), Math.Abs(held));
                }
            },
            iter: 2_000);

    [Fact]
    public void A_trade_before_the_first_reference_captures_no_spread()
    {
        var desk = default(ProfitAndLoss)
            .After(Side.Buy, new Price(10), new Quantity(2), Notional.Zero);

        Assert.Equal(
            new ProfitAndLoss
            {
                Mark = new Mark(20),
                Position = new Quantity(2),
                Cash = new Notional(-20),
                Cost = new Notional(20),
                Turnover = new Notional(20),
            },
            desk);
    }

    [Fact]
    public void A_reference_that_is_not_known_is_a_bug() =>
        Assert.Throws<InvariantBrokenException>(() => default(ProfitAndLoss).MarkedAt(default));

    private static Mark Reference(decimal price) =>
        Fine.TryGetPrice(price, out var exact)
            ? exact.ToMark()
            : throw new ArgumentException($"{price} lies between two ticks.", nameof(price));

    private static ProfitAndLoss Trade(
        ProfitAndLoss desk, Side side, decimal quantity, decimal price, FeeRate rate)
    {
        Assert.True(Fine.TryGetPrice(price, out var ticks));
        Assert.True(Fine.TryGetQuantity(quantity, out var lots));
        return desk.After(side, ticks, lots, rate.FeeRoundedDown(ticks * lots));
    }
}
