using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Tests.Invariants;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Scenarios;

/// <summary>A market that is spoken to in lines of text; see README.md beside this file.</summary>
internal sealed class ScenarioMarket(Func<string, IEnumerable<string>> read)
{
    private const long PlentyOfLots = 10_000_000;
    private const long PlentyOfTickLots = 100_000_000_000_000;

    private readonly ScenarioNames _names = new();
    private WatchedEngine _market = new(TestPair.Spec, default);
    private long _now;

    private MatchingEngine Engine => _market.Engine;

    /// <summary>Carries out a command.</summary>
    /// <returns>What it answers, a line for each trade and one for the rest.</returns>
    /// <exception cref="FormatException">It is not a command.</exception>
    public IReadOnlyList<string> Execute(string command)
    {
        var line = new ScenarioLine(command);
        var verb = line.Word();
        string[] answer = verb switch
        {
            "fees" => Fees(line),
            "deposit" => Deposit(line),
            "given" => Given(line),
            "include" => Include(line.Word()),
            "buy" => [.. Place(line, Side.Buy)],
            "sell" => [.. Place(line, Side.Sell)],
            "amend" => [.. Amend(line)],
            "reduce" => [.. Reduce(line)],
            "mass-cancel" => [.. MassCancel(line)],
            "group" => Group(line),
            "time" => Time(line),
            "restart" => Restart(),
            "cancel" => [.. Cancel(line)],
            "quote" => [.. Requote(line)],
            "book" => [.. Book()],
            "stops" => [.. Stops()],
            "last" => [$"last {Engine.LastPrice.Ticks}"],
            "best" => [.. Best(Side.Buy), .. Best(Side.Sell)],
            "balance" => [Balance(AccountId.Parse(line.Word()))],
            "venue" => [$"fees {Engine.Ledger.VenueFees.TickLots}"],
            _ => throw new FormatException($"'{verb}' is not a command."),
        };
        line.End();
        return answer;
    }

    private Outcome Apply(Command command) => _market.Apply(command, new Instant(++_now));

    private string[] Fees(ScenarioLine line)
    {
        var maker = new FeeRate((int)line.Number(after: "maker"));
        var taker = new FeeRate((int)line.Number(after: "taker"));
        _market = new WatchedEngine(TestPair.Spec, new FeeSchedule(maker, taker));
        return [];
    }

    private string[] Deposit(ScenarioLine line)
    {
        var account = AccountId.Parse(line.Word());
        Fund(account, line.Number(after: "base"), line.Number(after: "quote"));
        return [];
    }

    private void Fund(AccountId account, long lots, long tickLots) =>
        Apply(new Command.Deposit(account, new Quantity(lots), new Notional(tickLots)));

    private string[] Include(string file)
    {
        foreach (var line in read(file))
            Execute(line);
        return [];
    }

    private string[] Given(ScenarioLine line)
    {
        var side = line.Take("buy") ? Side.Buy : Side.Sell;
        if (side == Side.Sell)
            line.Expect("sell");
        var (first, last) = line.Range();
        var (quantity, price) = line.Size(Engine.Spec);
        var conditions = line.Conditions(
            new NewOrder(default, side, OrderKind.Limit, price ?? default, quantity), _names.IdOf);
        var owner = Owner(first, line.By());
        for (var number = first; number <= last; number++)
        {
            var order = conditions with { Account = owner };
            var outcome = _market.Follow(new Command.Place(order), new Instant(++_now));
            var result = (PlaceResult)outcome.Reply;
            if (result.Resting != quantity)
                throw new FormatException($"Order {number} does not rest: {result}");
            _names.Add(number, result.Id, owner);
        }
        _market.Audit();
        return [];
    }

    private IEnumerable<string> Place(ScenarioLine line, Side side)
    {
        var number = line.Number();
        var (quantity, price) = line.Size(Engine.Spec);
        var kind = price is null ? OrderKind.Market : line.Kind();
        var order = line.Conditions(
            new NewOrder(default, side, kind, price ?? default, quantity), _names.IdOf);
        return Answer(Enter(number, order with { Account = Owner(number, line.By()) }));
    }

    private Outcome Enter(long number, NewOrder order)
    {
        var outcome = Apply(new Command.Place(order));
        var result = (PlaceResult)outcome.Reply;
        if (result.Rejection == Rejection.None)
            _names.Add(number, result.Id, order.Account);
        return outcome;
    }

    private AccountId Owner(long number, AccountId? named)
    {
        if (named is { } owner)
            return owner;
        owner = ScenarioNames.TraderOf(number);
        if (!Engine.Ledger.TryFind(owner, out _))
            Fund(owner, PlentyOfLots, PlentyOfTickLots);
        return owner;
    }

    private IEnumerable<string> Amend(ScenarioLine line)
    {
        var number = line.Number();
        var (quantity, price) = line.Size(Engine.Spec);
        var owner = line.By() ?? _names.OwnerOf(number);
        return Answer(Apply(
            new Command.Amend(owner, _names.IdOf(number), price ?? default, quantity)));
    }

    private IEnumerable<string> Cancel(ScenarioLine line)
    {
        var number = line.Number();
        var owner = line.By() ?? _names.OwnerOf(number);
        return Answer(Apply(new Command.Cancel(owner, _names.IdOf(number))));
    }

    private IEnumerable<string> Reduce(ScenarioLine line)
    {
        var number = line.Number();
        var by = new Quantity(line.Number());
        var owner = line.By() ?? _names.OwnerOf(number);
        return Answer(Apply(new Command.Reduce(owner, _names.IdOf(number), by)));
    }

    private IEnumerable<string> MassCancel(ScenarioLine line)
    {
        var owner = AccountId.Parse(line.Word());
        Side? side = line.Take("buys") ? Side.Buy : line.Take("sells") ? Side.Sell : null;
        Price? from = line.Take("from") ? new Price(line.Number()) : null;
        Price? to = line.Take("to") ? new Price(line.Number()) : null;
        return Answer(Apply(new Command.MassCancel(owner, new OrderFilter(side, from, to))));
    }

    private string[] Group(ScenarioLine line)
    {
        var number = (int)line.Number();
        var account = AccountId.Parse(line.Word());
        var refused = Engine.SetTerms(account, new AccountTerms(Group: number));
        return refused == Rejection.None ? [] : [$"rejected {refused}"];
    }

    /// <summary>Lets time pass; otherwise a command takes one microsecond.</summary>
    private string[] Time(ScenarioLine line)
    {
        _now = line.Number() - 1;
        Apply(new Command.Advance());
        return [];
    }

    private string[] Restart()
    {
        _market.Restart();
        return [];
    }

    private IEnumerable<string> Requote(ScenarioLine line)
    {
        var owner = AccountId.Parse(line.Word());
        var version = line.Word().Split('.').Select(long.Parse).ToArray();
        line.Expect("bids");
        var bids = line.Quotes(Side.Buy, Engine.Spec);
        line.Expect("asks");
        var asks = line.Quotes(Side.Sell, Engine.Spec);
        return Answer(Apply(new Command.Requote(owner, version[0], version[1], bids, asks)));
    }

    private IEnumerable<string> Answer(Outcome outcome) =>
        outcome.Rejection != Rejection.None
            ? [$"rejected {outcome.Rejection}"]
            : [.. _names.Describe(outcome.Fills), Describe(outcome.Reply),
                .. outcome.Reports.Select(Describe).OfType<string>()];

    private string Describe(object reply) => reply switch
    {
        MassCancelReply { Cancelled.Length: 0 } => "cancelled none",
        MassCancelReply result => "cancelled " + string.Join(
            ' ', result.Cancelled.Split(' ').Select(_names.NumberOf)),
        CancelResult result => $"cancelled {result.Cancelled.Lots}",
        PlaceResult result => string.Join(", ", new[]
        {
            ("filled", result.Filled), (IsParked(result.Id) ? "waits" : "rests", result.Resting),
            ("cancelled", result.Cancelled),
        }.Where(part => part.Item2.Lots > 0).Select(part => $"{part.Item1} {part.Item2.Lots}")),
        LadderReply { Change: var change } => $"kept {change.Kept}, amended {change.Amended}, "
            + $"placed {change.Placed}, cancelled {change.Cancelled}",
        _ => throw new ArgumentException($"Unknown reply {reply}.", nameof(reply)),
    };

    /// <summary>What became of a quote, unless it rests where it was wanted.</summary>
    private static string? Describe(QuoteReport report)
    {
        var wanted = report.Wanted;
        var quote = $"{Name(wanted.Side)} {wanted.Quantity.Lots}@{wanted.Price.Ticks}";
        return !report.Rests ? $"{quote} rejected {report.Rejection}"
            : report.Price != wanted.Price ? $"{quote} rests at {report.Price.Ticks}"
            : null;
    }

    private IEnumerable<string> Book() =>
        Engine.Orders() is { Count: > 0 } orders
            ? orders.Select(order => $"{Name(order.Side)} {_names.NameOf(order.Id, order.Account)} "
                + $"{order.Shown.Lots}@{order.Price.Ticks}"
                + (order.Hidden.Lots > 0 ? $" hidden {order.Hidden.Lots}" : ""))
            : ["empty"];

    private IEnumerable<string> Stops() =>
        Engine.Stops() is { Count: > 0 } stops
            ? stops.Select(stop => $"{Name(stop.Side)} {_names.NameOf(stop.Id, stop.Account)} "
                + $"{stop.Remaining.Lots}@"
                + (stop.Kind == OrderKind.Market ? "market" : $"{stop.Price.Ticks}")
                + $" trigger {stop.Trigger?.Ticks}")
            : ["none"];

    private bool IsParked(OrderId id) => Engine.TryGetOrder(id, out var order) && order.IsParked;

    private IEnumerable<string> Best(Side side)
    {
        var best = new DepthLevel[1];
        return Engine.CopyDepth(side, best) == 0
            ? [$"{Name(side)} none"]
            : [$"{Name(side)} {best[0].Quantity.Lots}@{best[0].Price.Ticks} "
                + $"in {best[0].Orders}"];
    }

    private string Balance(AccountId account)
    {
        var has = TestPair.BalanceOf(Engine, account);
        return $"base {has.BaseAvailable.Lots} held {has.BaseReserved.Lots}, "
            + $"quote {has.QuoteAvailable.TickLots} held {has.QuoteReserved.TickLots}";
    }

    private static string Name(Side side) => side == Side.Buy ? "buy" : "sell";
}
