using CsCheck;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Book;

public sealed class OrderBookLaws
{
    private const long Spread = 100;

    private static readonly Gen<(int What, long Where, int Which)[]> _steps =
        Gen.Select(Gen.Int[0, 9], Gen.Long[-40, 40], Gen.Int[0, 1 << 20]).Array[1, 400];

    [Theory]
    [InlineData(1)]
    [InlineData(10_007)]
    [InlineData(100_003)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue / 41)]
    public void A_book_is_a_sorted_list_of_orders_wherever_their_prices_lie(long stride) =>
        _steps.Sample(steps => Follow(steps, stride), iter: 80);

    [Fact]
    public void A_drifting_market_takes_the_window_along()
    {
        var book = new OrderBook();
        var plain = new PlainBook();
        for (var step = 0; step < 4000; step++)
        {
            // 700 ticks a step, the last 30 orders of each side alive: many windows wide.
            var side = (Side)(step % 2);
            var price = new Price(700L * step - (side == Side.Buy ? 1500 : 0));
            var id = new OrderId(step + 1);
            while (book.IsReachedBy(price, side))
                Reduce(book, plain, book.Node(book.Best(side.Opposite())).Id, all: true);
            Rest(book, plain, id, side, price, new Quantity(1 + step % 9));
            if (step >= 60 && book.Find(new OrderId(step - 60)) != OrderBook.None)
                Reduce(book, plain, new OrderId(step - 60), all: true);
            if (step % 50 == 0)
                AssertSame(plain, book);
        }
        AssertSame(plain, book);
    }

    [Fact]
    public void A_warm_book_does_not_allocate_however_far_its_prices_swing()
    {
        var book = new OrderBook();

        Assert.Equal(0, Allocated.Least(round => Swing(book, round * 100_000L)));
    }

    /// <summary>Every 500 orders the market is elsewhere, a million ticks away.</summary>
    private static void Swing(OrderBook book, long firstId)
    {
        for (var i = 1; i <= 20_000; i++)
        {
            var side = (Side)(i % 2);
            var price = new Price(i / 500 % 10 * 1_000_000L - (Spread * side.Sign() + i % 97));
            while (book.IsReachedBy(price, side))
                book.Remove(book.Best(side.Opposite()));
            book.Rest(new OrderId(firstId + i), side, price, new Quantity(5));
            var old = book.Find(new OrderId(firstId + i - 300));
            if (old != OrderBook.None)
                book.Remove(old);
        }
        foreach (var side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            while (book.Best(side) is var slot && slot != OrderBook.None)
                book.Remove(slot);
        }
    }

    private static void Follow((int What, long Where, int Which)[] steps, long stride)
    {
        var book = new OrderBook();
        var plain = new PlainBook();
        var next = 1L;
        foreach (var (what, where, which) in steps)
        {
            var side = (Side)(which & 1);
            var price = new Price(where * stride);
            if (what < 7 && !plain.IsReachedBy(price, side))
            {
                // Numbers far apart, as another's ids would be.
                var id = new OrderId(unchecked(next++ * 0x61C8864680B583EBL));
                Rest(book, plain, id, side, price, new Quantity(1 + which % 50));
            }
            else if (plain.Ids.ElementAtOrDefault(which % 40) is { Value: not 0 } id)
            {
                Reduce(book, plain, id, all: what % 2 == 0);
            }
            AssertSame(plain, book);
        }
    }

    private static void Rest(
        OrderBook book, PlainBook plain, OrderId id, Side side, Price price, Quantity quantity)
    {
        book.Rest(id, side, price, quantity);
        plain.Rest(id, side, price, quantity);
    }

    private static void Reduce(OrderBook book, PlainBook plain, OrderId id, bool all)
    {
        var slot = book.Find(id);
        var remaining = plain.Remaining(id);
        var by = all ? remaining : new Quantity((remaining.Lots + 1) / 2);
        book.Reduce(slot, by);
        plain.Reduce(id, by);
    }

    private static void AssertSame(PlainBook plain, OrderBook book)
    {
        Assert.Equal(plain.Ids.Count(), book.Count);
        foreach (var side in (Side[])[Side.Buy, Side.Sell])
            Assert.Equal(plain.Lines(side), Lines(book, side));
    }

    private static List<string> Lines(OrderBook book, Side side)
    {
        var lines = new List<string>();
        foreach (var level in book.Levels(side))
        {
            var orders = new List<string>();
            for (var slot = level.Head; slot != OrderBook.None; slot = book.After(slot, level))
            {
                Assert.Equal(side, book.SideOf(slot));
                Assert.Equal(slot, book.Find(book.Node(slot).Id));
                orders.Add($"{book.Node(slot).Id}x{book.Node(slot).Remaining}");
            }
            lines.Add(
                $"{level.Price} {level.Total} {level.Orders}: {string.Join(' ', orders)}");
        }
        return lines;
    }
}
