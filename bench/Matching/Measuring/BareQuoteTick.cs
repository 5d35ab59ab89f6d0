using MarketMaker.Bench.Matching.Workloads;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Measuring;

/// <summary>A maker's tick on the book alone: ten bids and ten asks, two ticks apart, move by a
/// tick, so that no price stays: twenty are cancelled, then twenty posted, with new sizes.
/// </summary>
internal sealed class BareQuoteTick
{
    private const int Levels = 10;
    private const int Sizes = 1024;

    private readonly OrderBook _book = new();
    private readonly Quantity[] _sizes = new Quantity[Sizes];
    private readonly int[] _slots = new int[2 * Levels];
    private long _lastId;

    public BareQuoteTick()
    {
        var random = new SplitMix(42);
        for (var i = 0; i < Sizes; i++)
            _sizes[i] = new Quantity(10 + random.Below(90));
        Post(40_000);
    }

    public void Pass(int ticks)
    {
        for (var tick = 0; tick < ticks; tick++)
        {
            // The worst first: the best price of a side is then looked for once.
            for (var at = _slots.Length - 1; at >= 0; at--)
                _book.Remove(_slots[at]);
            // Up for 64 ticks, then down again.
            Post(40_000 + Math.Abs((tick & 127) - 64));
        }
        if (_book.Count != 2 * Levels)
            throw new InvalidOperationException("A quote does not rest.");
    }

    private void Post(long middle)
    {
        for (var level = 0; level < Levels; level++)
        {
            var distance = 1 + 2 * level;
            Post(2 * level, Side.Buy, middle - distance);
            Post(2 * level + 1, Side.Sell, middle + distance);
        }
    }

    private void Post(int at, Side side, long ticks)
    {
        var id = ++_lastId;
        _slots[at] = _book.RestQuote(
            new OrderId(id), 0, side, new Price(ticks), _sizes[id & (Sizes - 1)], held: default);
    }
}
