using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Regressions;

/// <summary>What a mass quote once got wrong.</summary>
public sealed class MassQuoteRegressionTests
{
    [Fact]
    public void The_first_mass_quote_of_all_may_be_number_zero_of_epoch_zero()
    {
        var engine = TestPair.RichMarket();
        var bid = new Quote(Side.Buy, new Price(99), new Quantity(1));

        var result = engine.MassQuote(TestPair.Maker, epoch: 0, sequence: 0, [bid], [], default);

        Assert.Equal(new LadderChange(Kept: 0, Amended: 0, Placed: 1, Cancelled: 0), result.Change);
        Assert.Equal(1, engine.RestingOrders);
    }

    [Fact]
    public void An_ask_does_not_slide_past_the_highest_price_of_the_pair()
    {
        var engine = TestPair.RichMarket();
        var highest = engine.Spec.MaxPrice;
        engine.Place(TestPair.Buy(TestPair.Ann, lots: 1, highest.Ticks), default);
        var ask = new Quote(Side.Sell, highest, new Quantity(1));

        var result = engine.MassQuote(TestPair.Maker, epoch: 1, sequence: 1, [], [ask], default);

        var report = new QuoteReport(ask, default, highest, Rejection.PostOnlyWouldTake);
        Assert.Equal([report], result.Reports.ToArray());
        Assert.Equal(1, engine.RestingOrders);
    }
}
