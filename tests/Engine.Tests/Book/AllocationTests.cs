using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Book;

public sealed class AllocationTests
{
    private const int Rounds = 10_000;

    private readonly MatchingEngine _engine = RichMarket();
    private readonly Quote[] _bids = new Quote[10];
    private readonly Quote[] _asks = new Quote[10];
    private long _sequence;

    [Fact]
    public void A_warm_engine_quotes_places_trades_amends_and_cancels_without_allocating()
    {
        var fills = _engine.LastFill;

        Assert.Equal(0, Allocated.Least(_ => TradeForRounds()));
        Assert.True(_engine.LastFill >= fills + Rounds);
    }

    private void TradeForRounds()
    {
        for (var round = 0; round < Rounds; round++)
            Trade(round);
    }

    private void Trade(int round)
    {
        var middle = 1000 + round % 7;
        for (var level = 0; level < 10; level++)
        {
            var size = new Quantity(10 + (round + level) % 5);
            _bids[level] = new Quote(Side.Buy, new Price(middle - 1 - level), size);
            _asks[level] = new Quote(Side.Sell, new Price(middle + 1 + level), size);
        }
        _engine.MassQuote(Maker, 1, ++_sequence, _bids, _asks, default);
        var now = new Instant(round);
        var order = _engine.Place(Buy(Ann, lots: 5, ticks: middle - 20), now);
        _engine.Place(Sell(Bob, lots: 20, middle - 3, OrderKind.ImmediateOrCancel), now);
        _engine.Place(NewOrder.Market(Ann, Side.Buy, new Quantity(20)), now);
        _engine.Amend(Ann, order.Id, new Price(middle - 21), new Quantity(3), now);
        _engine.Cancel(Ann, order.Id, default);
    }
}
