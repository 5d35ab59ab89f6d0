using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Tests.Invariants;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Safeguards;

/// <summary>Whatever numbers a command carries, it is carried out or refused, and the books stay
/// right: nothing passes its type.</summary>
public sealed class ExtremeCommandsTests
{
    private const int Commands = 20_000;
    private const long MaxTicks = 1L << 40;
    private const long MaxLots = PairSpec.MaxTickLots / MaxTicks;

    private static readonly AccountId[] _accounts = [TestPair.Ann, TestPair.Bob, TestPair.Maker];

    private readonly WatchedEngine _market = new(
        TestPair.SpecUpTo(MaxTicks, MaxLots),
        new FeeSchedule(new FeeRate(-1_000), new FeeRate(5_000)));

    private Random _random = new(0);
    private long _sequence;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_number_upsets_the_books(int seed)
    {
        _random = new Random(seed);
        // All that there can be, so that sums go as far as they can.
        foreach (var account in _accounts)
        {
            _market.Apply(
                new Command.Deposit(
                    account, new Quantity(Ledger.MaxTotal / 3), new Notional(Ledger.MaxTotal / 3)),
                default);
        }
        var met = new Dictionary<Rejection, int>();

        for (var step = 1; step <= Commands; step++)
        {
            var command = Next();
            try
            {
                var rejection = _market.Apply(command, new Instant(step)).Rejection;
                met[rejection] = met.GetValueOrDefault(rejection) + 1;
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"seed={seed} step={step} command={command}", exception);
            }
        }

        Assert.True(met[Rejection.None] > Commands / 10, string.Join(", ", met));
        Assert.True(_market.Engine.LastFill > 200, $"{_market.Engine.LastFill} trades");
    }

    private Command Next()
    {
        var market = _market.Engine;
        var (owner, id) = AnyOrder();
        return _random.Next(20) switch
        {
            < 8 => new Command.Place(Order()),
            < 10 => new Command.Amend(owner, id, AnyPrice(), AnyQuantity()),
            < 12 => new Command.Reduce(owner, id, AnyQuantity()),
            < 16 => new Command.Cancel(owner, id),
            16 => new Command.MassCancel(owner, new OrderFilter(null, AnyPrice(), AnyPrice())),
            17 => new Command.Deposit(owner, AnyQuantity(), new Notional(Any())),
            _ => new Command.Requote(
                TestPair.Maker, 1, _random.Next(10) == 0 ? Any() : ++_sequence,
                Quotes(Side.Buy), Quotes(Side.Sell)),
        };

        (AccountId, OrderId) AnyOrder()
        {
            var orders = market.Orders();
            if (orders.Count == 0 || _random.Next(10) == 0)
                return (TestPair.Ann, new OrderId(Any()));
            var order = orders[_random.Next(orders.Count)];
            return (order.Account, order.Id);
        }
    }

    private NewOrder Order() =>
        new(
            _accounts[_random.Next(_accounts.Length)],
            (Side)_random.Next(2),
            (OrderKind)_random.Next(5),
            AnyPrice(),
            AnyQuantity())
        {
            Display = Perhaps() ? AnyQuantity() : default,
            Budget = Perhaps() ? new Notional(Any()) : null,
            Expires = Perhaps() ? new Instant(Any()) : null,
            Trigger = Perhaps() ? AnyPrice() : null,
            Trail = Perhaps()
                ? new Trail(Any(), Any(), (TrailUnit)_random.Next(2))
                : null,
            Link = Perhaps() ? new OrderId(Any()) : null,
            SelfTrade = (SelfTradePrevention)_random.Next(4),
            Slide = Perhaps(),
        };

    private Quote[] Quotes(Side side) =>
        [.. Enumerable.Range(0, _random.Next(3)).Select(
            _ => new Quote(side, AnyPrice(), AnyQuantity()))];

    private bool Perhaps() => _random.Next(15) == 0;

    private Price AnyPrice() => new(Near(MaxTicks));

    private Quantity AnyQuantity() => new(Near(MaxLots));

    /// <summary>Mostly within the range, often at its ends, now and then anything.</summary>
    private long Near(long most) => _random.Next(30) switch
    {
        0 => Any(),
        < 4 => most - _random.Next(-1, 3),
        < 9 => _random.Next(4),
        _ => 1 + (_random.NextInt64(most) >> _random.Next(20)),
    };

    private long Any() => _random.Next(7) switch
    {
        0 => long.MinValue + _random.Next(2),
        1 => long.MaxValue - _random.Next(2),
        2 => -_random.Next(3),
        3 => Ledger.MaxTotal + _random.Next(-1, 2),
        4 => PairSpec.MaxTickLots + _random.Next(-1, 2),
        _ => _random.NextInt64(long.MinValue, long.MaxValue),
    };
}
