using CsCheck;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Quotes;

public sealed class RiskMarkUpTests
{
    private static readonly Price _highest = new(1_000_000);

    [Fact]
    public void Without_a_risk_the_ladder_is_the_rules_own()
    {
        List<Quote> bids = [Bid(9_999, 100)];
        List<Quote> asks = [Ask(10_001, 100)];

        RiskMarkUp.None.Apply(bids, asks, new Mark(20_000), _highest);

        Assert.Equal((Bid(9_999, 100), Ask(10_001, 100)), (bids[0], asks[0]));
    }

    [Fact]
    public void A_single_source_makes_it_three_times_as_wide_and_half_as_large()
    {
        List<Quote> bids = [Bid(9_990, 100), Bid(9_980, 151)];
        List<Quote> asks = [Ask(10_010, 100), Ask(10_021, 1)];

        RiskMarkUp.SingleSource.Apply(bids, asks, new Mark(20_000), _highest);

        Assert.Equal([Bid(9_970, 50), Bid(9_940, 75)], bids);
        Assert.Equal([Ask(10_030, 50), Ask(10_063, 1)], asks);
    }

    [Fact]
    public void A_ladder_that_leans_goes_on_leaning()
    {
        // Both sides lie below the reference: what was bought shall go.
        List<Quote> bids = [Bid(9_979, 100)];
        List<Quote> asks = [Ask(9_990, 100)];

        RiskMarkUp.SingleSource.Apply(bids, asks, new Mark(20_000), _highest);

        // The middle is 9984.5, and 3 × 5.5 is 16.5.
        Assert.Equal((Bid(9_968, 50), Ask(10_001, 50)), (bids[0], asks[0]));
    }

    [Fact]
    public void A_side_alone_is_measured_from_the_reference_and_rounded_outwards()
    {
        List<Quote> bids = [Bid(9_990, 100)];
        List<Quote> asks = [];

        RiskMarkUp.SingleSource.Apply(bids, asks, new Mark(20_001), _highest);

        // 10 000.5 − 3 × 10.5 = 9969
        Assert.Equal(Bid(9_969, 50), bids[0]);
    }

    [Fact]
    public void What_would_leave_the_range_of_prices_is_left_out()
    {
        List<Quote> bids = [Bid(70, 100), Bid(50, 100)];
        List<Quote> asks = [Ask(130, 100), Ask(160, 100)];

        RiskMarkUp.SingleSource.Apply(bids, asks, new Mark(200), new Price(200));

        Assert.Equal([Bid(10, 50)], bids);
        Assert.Equal([Ask(190, 50)], asks);
    }

    [Fact]
    public void Levels_stay_in_order_and_apart() =>
        Gen.Select(
            Gen.Long[1_000, 100_000], Gen.Long[1, 50], Gen.Long[1, 50].Array[10],
            Gen.Long[-50, 50]).Sample((middle, half, steps, lean) =>
        {
            List<Quote> bids = [];
            List<Quote> asks = [];
            var (bid, ask) = (middle - half + lean, middle + half + lean);
            foreach (var step in steps)
            {
                bids.Add(Bid(bid, 10));
                asks.Add(Ask(ask, 10));
                (bid, ask) = (bid - step, ask + step);
            }

            RiskMarkUp.SingleSource.Apply(bids, asks, new Mark(2 * middle), _highest);

            return bids.Count == 0 || asks.Count == 0
                || (bids[0].Price < asks[0].Price
                    && bids.Zip(bids.Skip(1)).All(two => two.First.Price > two.Second.Price)
                    && asks.Zip(asks.Skip(1)).All(two => two.First.Price < two.Second.Price));
        });

    private static Quote Bid(long ticks, long lots) =>
        new(Side.Buy, new Price(ticks), new Quantity(lots));

    private static Quote Ask(long ticks, long lots) =>
        new(Side.Sell, new Price(ticks), new Quantity(lots));
}
