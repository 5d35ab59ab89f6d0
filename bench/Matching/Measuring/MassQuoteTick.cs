using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Matching.Measuring;

/// <summary>A maker's tick: one command that replaces a ladder of ten bids and ten asks, whose
/// middle has moved by up to two ticks and whose sizes are new.</summary>
internal sealed class MassQuoteTick
{
    private const int Levels = 10;
    private const int Ladders = 1024;

    private static readonly AccountId _maker = AccountId.Parse("maker");

    private readonly MatchingEngine _engine = new(
        new PairSpec(
            PairId.Parse("BASE-QUOTE"), 1m, 1m, new Price(1_000_000), new Quantity(1_000_000)),
        new FeeSchedule(maker: new FeeRate(-100), taker: new FeeRate(500)));

    private readonly Quote[][] _bids = new Quote[Ladders][];
    private readonly Quote[][] _asks = new Quote[Ladders][];
    private long _sequence;

    public MassQuoteTick()
    {
        var random = new SplitMix(42);
        var middle = 40_000L;
        for (var ladder = 0; ladder < Ladders; ladder++)
        {
            middle += random.Below(5) - 2;
            _bids[ladder] = LadderAt(middle, Side.Buy, random);
            _asks[ladder] = LadderAt(middle, Side.Sell, random);
        }
        _engine.OpenAccount(_maker, new Quantity(1L << 40), new Notional(1L << 50));
    }

    public void Pass(int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            var ladder = tick % Ladders;
            var result = _engine.MassQuote(
                _maker, 1, ++_sequence, _bids[ladder], _asks[ladder], new Instant(_sequence));
            if (result.Reports.Length != 2 * Levels || !result.Reports[^1].Rests)
                throw new InvalidOperationException("A quote does not rest.");
        }
    }

    private static Quote[] LadderAt(long middle, Side side, SplitMix random)
    {
        var quotes = new Quote[Levels];
        for (var level = 0; level < Levels; level++)
        {
            quotes[level] = new Quote(
                side,
                new Price(middle - (1 + level) * side.Sign()),
                new Quantity(10 + random.Below(90)));
        }
        return quotes;
    }
}
