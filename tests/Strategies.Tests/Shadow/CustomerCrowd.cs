using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Tests.Shadow;

/// <summary>Customers who say everything that can be said to a market, at random, around a price.
/// </summary>
internal sealed class CustomerCrowd(Random random, LiveMarket market)
{
    private readonly List<(AccountId Owner, OrderId Id)> _orders = [];
    private long _ladders;
    private bool _isHalted;

    public long Middle { get; set; } = 10_000;

    /// <summary>Has somebody say something.</summary>
    public void Speak()
    {
        var choice = _isHalted && random.Next(4) == 0 ? 999 : random.Next(996);
        market.Command(choice switch
        {
            < 600 => Place(),
            < 690 => Amend(),
            < 740 => Reduce(),
            < 850 => Cancel(),
            < 870 => MassCancel(),
            < 910 => Funds(),
            < 930 => Terms(),
            < 980 => Ladder(),
            < 992 => Open(),
            _ => Halt(),
        });
    }

    private MatchingEngine Engine => market.Engine;

    private Instant Now => market.Now;

    private CustomerCommand Place()
    {
        var side = random.Next(2) == 0 ? Side.Buy : Side.Sell;
        var order = new NewOrder(Anyone(), side, (OrderKind)random.Next(5), Near(side), Size())
        {
            SelfTrade = (SelfTradePrevention)random.Next(4),
            Slide = random.Next(2) == 0,
            Expires = random.Next(6) == 0
                ? Now + TimeSpan.FromSeconds(random.NextDouble() * 4)
                : null,
            Display = random.Next(8) == 0 ? new Quantity(random.Next(50, 500)) : default,
            Trigger = random.Next(8) == 0 ? Near(side.Opposite()) : null,
            Link = random.Next(10) == 0 && _orders.Count > 0 ? AnyOrder().Id : null,
        };
        if (order.Kind == OrderKind.Market && side == Side.Buy && random.Next(2) == 0)
            order = order with { Budget = new Notional(random.Next(1, 60_000_000)) };
        var result = Engine.Place(order, Now);
        if (result.Id != default)
            _orders.Add((order.Account, result.Id));
        return CustomerCommand.Place(Now, order, result.Id);
    }

    private CustomerCommand Amend()
    {
        var (owner, id) = AnyOrder();
        var (price, quantity) = (Near(random.Next(2) == 0 ? Side.Buy : Side.Sell), Size());
        Engine.Amend(owner, id, price, quantity, Now);
        return CustomerCommand.Amend(Now, owner, id, price, quantity);
    }

    private CustomerCommand Reduce()
    {
        var (owner, id) = AnyOrder();
        var by = Size();
        Engine.Reduce(owner, id, by, Now);
        return CustomerCommand.Reduce(Now, owner, id, by);
    }

    private CustomerCommand Cancel()
    {
        var (owner, id) = AnyOrder();
        Engine.Cancel(owner, id, Now);
        return CustomerCommand.Cancel(Now, owner, id);
    }

    private CustomerCommand MassCancel()
    {
        var owner = Anyone();
        var filter = new OrderFilter(random.Next(2) == 0 ? Side.Buy : null, null, null);
        Engine.MassCancel(owner, filter, Now);
        return CustomerCommand.MassCancel(Now, owner, filter);
    }

    private CustomerCommand Funds()
    {
        var owner = Anyone();
        var sign = random.Next(3) == 0 ? -1 : 1;
        var (amount, money) = (new Quantity(sign * random.Next(50_000)),
            new Notional(sign * (1 + random.Next(500_000_000))));
        Assert.True(Engine.Ledger.TryFind(owner, out _));
        var outcome = Engine.Transfer(
            owner, Engine.LastTransfer(owner).Number.Next, amount, money, Now).Outcome;
        // A refused transfer moves nothing; the tap tells of those that were carried out.
        return outcome == TransferOutcome.Moved
            ? CustomerCommand.Funds(Now, owner, amount, money)
            : CustomerCommand.MassCancel(Now, AccountId.Parse("nobody"), default);
    }

    private CustomerCommand Terms()
    {
        var (owner, terms) = (Anyone(), new AccountTerms(random.Next(3), random.Next(2)));
        Engine.SetTerms(owner, terms);
        return CustomerCommand.Terms(Now, owner, terms);
    }

    private CustomerCommand Open()
    {
        var owner = AccountId.Parse($"late-{random.Next(20)}");
        var (amount, money) = (new Quantity(10_000), new Notional(100_000_000));
        Engine.OpenAccount(owner, amount, money);
        return CustomerCommand.Open(Now, owner, amount, money, default);
    }

    private CustomerCommand Ladder()
    {
        var owner = LiveMarket.Customers[^1];
        var lease = new QuoteLease(Engine.Epoch, TimeSpan.FromSeconds(1));
        var ladder = new CustomerLadder(1, ++_ladders, lease, Quotes(Side.Buy), Quotes(Side.Sell));
        if (random.Next(3) == 0)
        {
            Engine.Renew(owner, 1, --_ladders, lease, Now);
            return CustomerCommand.Renew(Now, owner, ladder with { Sequence = _ladders });
        }
        Engine.MassQuote(owner, 1, _ladders, ladder.Bids, ladder.Asks, Now, lease);
        return CustomerCommand.Ladder(Now, owner, ladder);
    }

    private CustomerCommand Halt()
    {
        _isHalted = !_isHalted;
        if (_isHalted)
            Engine.Halt("a test", Now);
        else
            Engine.Resume(Now);
        return _isHalted ? CustomerCommand.Halt(Now, "a test") : CustomerCommand.Resume(Now);
    }

    private Quote[] Quotes(Side side) =>
        [.. Enumerable.Range(1, 3).Select(i => new Quote(
            side, new Price(Middle - side.Sign() * (4 * i + random.Next(3))), Size()))];

    private (AccountId Owner, OrderId Id) AnyOrder() =>
        _orders.Count == 0 || random.Next(40) == 0
            ? (Anyone(), new OrderId(random.Next(1000)))
            : _orders[Math.Max(0, _orders.Count - 1 - random.Next(60))];

    private AccountId Anyone() => LiveMarket.Customers[random.Next(LiveMarket.Customers.Length)];

    private Price Near(Side side) =>
        new(Math.Max(1, Middle - side.Sign() * random.Next(-8, 25)));

    private Quantity Size() =>
        new(random.Next(1, random.Next(15) == 0 ? 30_000 : 1_500));
}
