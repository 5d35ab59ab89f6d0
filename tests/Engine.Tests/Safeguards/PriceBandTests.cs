using MarketMaker.Engine.Book;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Safeguards;

public sealed class PriceBandTests
{
    private readonly MatchingEngine _engine = RichMarket();

    public PriceBandTests()
    {
        _engine.Limits = new MarketLimits
        {
            Band = new Ratio(100_000), MaxReferenceAge = TimeSpan.FromSeconds(1),
        };
        _engine.SetReference(new Mark(2_000), At(0));
    }

    [Theory]
    [InlineData(899, Rejection.PriceOutsideBand)]
    [InlineData(900, Rejection.None)]
    [InlineData(1_100, Rejection.None)]
    [InlineData(1_101, Rejection.PriceOutsideBand)]
    public void An_order_outside_the_band_is_refused_either_way(long ticks, Rejection expected)
    {
        var bought = _engine.Place(Buy(Bob, 1, ticks), At(0)).Rejection;
        var taken = _engine.Place(
            Sell(Bob, 1, ticks, OrderKind.ImmediateOrCancel), At(0)).Rejection;

        Assert.Equal((expected, expected), (bought, taken));
    }

    [Fact]
    public void An_amendment_to_a_price_outside_the_band_is_refused()
    {
        var placed = _engine.Place(Buy(Bob, 1, 1_000), At(0));

        var amended = _engine.Amend(Bob, placed.Id, new Price(800), new Quantity(1), At(0));

        Assert.Equal(Rejection.PriceOutsideBand, amended.Rejection);
    }

    [Fact]
    public void A_market_order_trades_up_to_the_band_and_the_rest_is_cancelled()
    {
        _engine.Place(Sell(Ann, 3, 1_100), At(0));
        _engine.SetReference(new Mark(1_990), At(1));
        _engine.Place(Sell(Ann, 2, 1_000), At(1));

        var result = _engine.Place(NewOrder.Market(Bob, Side.Buy, new(5)), At(1));

        Assert.Equal((new(2), new(3)), (result.Filled, result.Cancelled));
    }

    [Fact]
    public void A_market_buy_reserves_nothing_for_what_lies_beyond_the_band()
    {
        Fund(_engine, Nobody, 0, 2_000);
        _engine.Place(Sell(Ann, 3, 1_100), At(0));
        _engine.SetReference(new Mark(1_990), At(1));
        _engine.Place(Sell(Ann, 2, 1_000), At(1));

        var result = _engine.Place(NewOrder.Market(Nobody, Side.Buy, new(5)), At(1));

        Assert.Equal((Rejection.None, new(2)), (result.Rejection, result.Filled));
    }

    [Fact]
    public void Quotes_outside_the_band_are_left_out_of_their_ladder()
    {
        var result = _engine.MassQuote(
            Maker, 1, 1, [new(Side.Buy, new(990), new(1)), new(Side.Buy, new(899), new(1))],
            [new(Side.Sell, new(1_101), new(1))], At(0));

        Assert.Equal(
            [Rejection.None, Rejection.PriceOutsideBand, Rejection.PriceOutsideBand],
            result.Reports.ToArray().Select(report => report.Rejection));
        Assert.Equal(1, _engine.RestingOrders);
    }

    [Fact]
    public void The_band_lapses_when_the_reference_is_old()
    {
        var fresh = _engine.Place(Buy(Bob, 1, 800), At(1_000)).Rejection;
        var old = _engine.Place(Buy(Bob, 1, 800), new Instant(1_000_001)).Rejection;

        Assert.Equal((Rejection.PriceOutsideBand, Rejection.None), (fresh, old));
    }

    [Fact]
    public void An_older_reference_than_the_last_is_overlooked()
    {
        _engine.SetReference(new Mark(4_000), At(-1));

        Assert.Equal(Rejection.None, _engine.Place(Buy(Bob, 1, 1_000), At(0)).Rejection);
    }

    [Fact]
    public void The_band_is_rounded_outwards()
    {
        _engine.SetReference(new Mark(2_001), At(1));

        var low = _engine.Place(Buy(Bob, 1, 900), At(1)).Rejection;
        var high = _engine.Place(Sell(Bob, 1, 1_101), At(1)).Rejection;

        Assert.Equal((Rejection.None, Rejection.None), (low, high));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_band_is_at_most_all_of_the_reference(long partsPerMillion) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new MarketLimits { Band = new Ratio(partsPerMillion) });

    private static Instant At(long milliseconds) => new(milliseconds * 1000);
}
