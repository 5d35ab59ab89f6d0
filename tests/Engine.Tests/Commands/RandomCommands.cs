using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Commands;

/// <summary>An endless seeded stream of commands in which everything collides: few prices, few
/// accounts, little money, and now and then a command that must be refused.</summary>
internal sealed class RandomCommands(int seed)
{
    private const int MaxTicks = 12;
    private const int MaxLots = 20;

    private readonly Random _random = new(seed);
    private readonly Dictionary<AccountId, Command.Requote> _ladders = [];
    private long _step;

    /// <summary>The pair that the commands are for.</summary>
    public static PairSpec Spec { get; } = TestPair.SpecUpTo(MaxTicks, MaxLots);

    /// <summary>Whose funds are kept low but alive. The last two also quote.</summary>
    public static IReadOnlyList<AccountId> Accounts { get; } =
        [TestPair.Bob, AccountId.Parse("cid"), TestPair.Ann, TestPair.Maker];

    public Command Next(MatchingEngine market)
    {
        _step++;
        var kind = _random.Next(100);
        return kind < 44 ? Place(market)
            : kind < 53 ? Amend(market)
            : kind < 58 ? Reduce(market)
            : kind < 66 ? Cancel(market)
            : kind < 68 ? MassCancel()
            : kind < 69 ? new Command.Advance()
            : kind < 97 ? Requote()
            : Deposit(market);
    }

    /// <summary>Pulls an owner's quotes.</summary>
    public Command Pull(AccountId owner) =>
        Remember(Following(owner) with { Bids = [], Asks = [] });

    private Command.Place Place(MatchingEngine market)
    {
        var kind = _random.Next(11) switch
        {
            < 5 => OrderKind.Limit,
            < 6 => OrderKind.ImmediateOrCancel,
            < 8 => OrderKind.PostOnly,
            < 9 => OrderKind.Market,
            _ => OrderKind.FillOrKill,
        };
        var order = new NewOrder(Anyone(), AnySide(), kind, AnyPrice(), AnyQuantity())
        {
            SelfTrade = (SelfTradePrevention)_random.Next(4),
            Slide = _random.Next(2) == 0,
        };
        order = _random.Next(3) == 0 ? AsStop(order) : order;
        return new Command.Place(WithConditions(order, market));
    }

    private NewOrder AsStop(NewOrder order)
    {
        Trail? trail = _random.Next(6) switch
        {
            0 => Trail.OfTicks(_random.Next(5), _random.Next(4)),
            1 => Trail.OfBasisPoints(_random.Next(1, 6_000), _random.Next(3_000)),
            _ => null,
        };
        var hasTrigger = trail is null || _random.Next(2) == 0;
        return order with { Trail = trail, Trigger = hasTrigger ? AnyPrice() : null };
    }

    private NewOrder WithConditions(NewOrder order, MatchingEngine market)
    {
        var takesBudget = order.Kind is OrderKind.Market or OrderKind.FillOrKill;
        if (_random.Next(takesBudget ? 2 : 40) == 0)
        {
            order = order with
            {
                Budget = new Notional(_random.Next(100)),
                Quantity = order.Kind == OrderKind.Market && _random.Next(2) == 0
                    ? Quantity.Zero
                    : order.Quantity,
            };
        }
        if (_random.Next(6) == 0)
            order = order with { Display = new Quantity(_random.Next(-1, 5)) };
        if (_random.Next(8) == 0)
            order = order with { Expires = new Instant(_step + _random.Next(-2, 60)) };
        if (_random.Next(5) == 0)
            order = order with { ClientId = ClientOrderId.Parse($"{_step}") };
        return _random.Next(8) == 0
            ? LinkedTo(order, market)
            : order;
    }

    private NewOrder LinkedTo(NewOrder order, MatchingEngine market)
    {
        RestingOrder[] orders = [.. market.Orders().Where(other => !other.IsQuote),
            .. market.Stops()];
        if (orders.Length == 0 || _random.Next(10) == 0)
            return order with { Link = new OrderId(_random.Next(1000)) };
        var partner = orders[_random.Next(orders.Length)];
        return order with { Account = partner.Account, Link = partner.Id };
    }

    private Command.Reduce Reduce(MatchingEngine market)
    {
        var (owner, id) = AnyOrder(market, out _);
        return new Command.Reduce(owner, id, new Quantity(_random.Next(MaxLots / 2 + 2)));
    }

    private Command.MassCancel MassCancel()
    {
        var (low, high) = (AnyPrice(), AnyPrice());
        return new Command.MassCancel(Anyone(), new OrderFilter(
            _random.Next(3) == 0 ? null : AnySide(),
            _random.Next(2) == 0 ? null : low,
            _random.Next(2) == 0 ? null : high));
    }

    private Command.Amend Amend(MatchingEngine market)
    {
        var (owner, id) = AnyOrder(market, out var order);
        var price = _random.Next(2) == 0 ? order.Price : AnyPrice();
        return new Command.Amend(owner, id, price, AnyQuantity());
    }

    private Command.Cancel Cancel(MatchingEngine market)
    {
        var (owner, id) = AnyOrder(market, out _);
        return new Command.Cancel(owner, id);
    }

    private Command.Deposit Deposit(MatchingEngine market)
    {
        var account = Accounts[_random.Next(Accounts.Count)];
        var poor = !market.Ledger.TryFind(account, out var number)
            || market.Ledger[number].Quote < new Notional(600);
        var money = poor ? _random.Next(400) : 0;
        return new Command.Deposit(account, Quantity.Zero, new Notional(money));
    }

    private Command.Requote Requote()
    {
        var owner = Accounts[Accounts.Count - 1 - _random.Next(2)];
        var last = Last(owner);
        switch (_random.Next(40))
        {
            case 0:
                return last with { Bids = Quotes(Side.Buy, 6) };
            case 1:
                return last with { Sequence = last.Sequence - 1 };
            case 2:
                return Remember(last with { Epoch = last.Epoch + 1, Sequence = 0 });
            case < 8:
                return WithFault(Following(owner));
            case < 20:
                return Remember(Following(owner) with
                {
                    Bids = Resized(last.Bids), Asks = Resized(last.Asks),
                });
            default:
                var middle = _random.Next(1, MaxTicks + 1);
                return Remember(Following(owner) with
                {
                    Bids = Quotes(Side.Buy, middle - _random.Next(2)),
                    Asks = Quotes(Side.Sell, middle + 1),
                });
        }
    }

    private Quote[] Quotes(Side side, int best)
    {
        var quotes = new List<Quote>();
        var price = new Price(best);
        var count = _random.Next(6);
        while (quotes.Count < count && price.Ticks is >= 1 and <= MaxTicks)
        {
            quotes.Add(new Quote(side, price, new Quantity(_random.Next(1, 12))));
            price += new Offset(-side.Sign() * _random.Next(1, 3));
        }
        return [.. quotes];
    }

    private Quote[] Resized(Quote[] quotes) =>
        [.. quotes.Where(_ => _random.Next(8) != 0).Select(q => _random.Next(3) == 0
            ? q with { Quantity = new Quantity(_random.Next(1, MaxLots + 1)) }
            : q)];

    private Command.Requote WithFault(Command.Requote ladder)
    {
        var price = new Price(_random.Next(2) == 0 ? 0 : MaxTicks + 1);
        var good = new Quote(Side.Buy, new Price(6), new Quantity(1));
        return ladder with
        {
            Bids = _random.Next(5) switch
            {
                0 => [good, good with { Price = price }],
                1 => [good, good with { Price = new Price(5), Quantity = Quantity.Zero }],
                2 => [good, good],
                3 => [.. Enumerable.Repeat(good, MatchingEngine.MaxQuotesPerSide + 1)],
                _ => [good],
            },
            Asks = [new Quote(Side.Sell, new Price(6), new Quantity(1))],
        };
    }

    private Command.Requote Last(AccountId owner) =>
        _ladders.GetValueOrDefault(owner) ?? new Command.Requote(owner, 0, -1, [], []);

    private Command.Requote Following(AccountId owner)
    {
        var last = Last(owner);
        return last with { Sequence = last.Sequence + 1 };
    }

    private Command.Requote Remember(Command.Requote ladder) =>
        _ladders[ladder.Owner] = ladder;

    private (AccountId Owner, OrderId Id) AnyOrder(MatchingEngine market, out RestingOrder order)
    {
        RestingOrder[] orders = [.. market.Orders(), .. market.Stops()];
        order = orders.Length == 0 ? default : orders[_random.Next(orders.Length)];
        var stray = orders.Length == 0 || _random.Next(15) == 0;
        return stray ? (Anyone(), new OrderId(_random.Next(1000))) : (order.Account, order.Id);
    }

    private AccountId Anyone() =>
        _random.Next(100) == 0 ? TestPair.Nobody : Accounts[_random.Next(Accounts.Count)];

    private Side AnySide() => _random.Next(2) == 0 ? Side.Buy : Side.Sell;

    /// <summary>Mostly in the middle, down to 0 and up to one above the highest.</summary>
    private Price AnyPrice() =>
        new(_random.Next(MaxTicks / 2 + 2) + _random.Next(MaxTicks / 2 + 1));

    private Quantity AnyQuantity() =>
        new(_random.Next(20) == 0 ? _random.Next(MaxLots + 2) : _random.Next(1, 12));
}
