using MarketMaker.Engine;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Tap;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Backtests;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Shadow;

/// <summary>A market that nobody sees: it began as the real one was, gets what customers tell the
/// real one, and is made by a rule of its own. So its fills are exact, not guessed.</summary>
/// <remarks>Customers' orders have other numbers here, because other quotes stand between them;
/// memory for that is bounded by the live orders. One thread at a time.</remarks>
internal sealed class GhostMarket
{
    private const int SpareNumbers = 4096;

    private readonly MadeMarket _market;
    private readonly Dictionary<OrderId, OrderId> _numbers = [];
    private readonly Dictionary<AccountId, TransferNumber> _transfers = [];
    private OrderId _stray;

    /// <exception cref="InvariantBrokenException">The snapshot contradicts itself, or has no
    /// account of the desk.</exception>
    public GhostMarket(
        MarketTerms terms,
        EngineSnapshot snapshot,
        long epoch,
        Instant at,
        IQuotingRule rule,
        Action<Fill>? traded = null)
    {
        var engine = MatchingEngine.Restore(terms.Spec, terms.Fees, snapshot, epoch);
        foreach (var order in snapshot.Orders)
            _numbers.Add(order.Id, order.Id);
        foreach (var account in snapshot.Accounts)
            _transfers.Add(account.Name, account.LastTransfer.Number);
        _market = new MadeMarket(terms, engine, rule) { Traded = traded ?? (_ => { }) };
        _market.AdvanceTo(at);
    }

    /// <summary>How many commands the real market accepted and this one refused, or the other way
    /// round: where the two have parted.</summary>
    public long Divergences { get; private set; }

    /// <summary>The market itself.</summary>
    public MatchingEngine Engine => _market.Engine;

    private Instant Now => _market.Now;

    public void Configure(QuotingParameters parameters) => _market.Configure(parameters);

    public void Hear(int feed, in VenueQuote quote, Instant heardAt, Instant now) =>
        _market.Hear(feed, quote, heardAt, now);

    public void Tell(int feed, SourceHealth health, Instant now) =>
        _market.Tell(feed, health, now);

    public void AdvanceTo(Instant now) => _market.AdvanceTo(now);

    public QuotingReport Report() => _market.Report();

    /// <summary>Carries a command out as this market stands.</summary>
    public void Apply(in CustomerCommand command)
    {
        AdvanceTo(command.At);
        Execute(command);
        _market.Settle();
        if (_stray == default)
            return;
        // Its owner was told that there is no such order, and will not cancel it.
        Engine.Cancel(command.Order.Account, _stray, Now);
        _stray = default;
        _market.Settle();
    }

    private void Execute(in CustomerCommand command)
    {
        switch (command.Kind)
        {
            case CustomerCommandKind.Open:
                Engine.OpenAccount(
                    command.Account, command.Quantity, command.Money, command.AccountTerms);
                break;
            case CustomerCommandKind.Funds: Transfer(command); break;
            case CustomerCommandKind.Terms:
                Engine.SetTerms(command.Account, command.AccountTerms);
                break;
            case CustomerCommandKind.Place: Place(command); break;
            case CustomerCommandKind.Amend:
                Engine.Amend(
                    command.Account, Here(command.Id), command.Price, command.Quantity, Now);
                break;
            case CustomerCommandKind.Reduce:
                Engine.Reduce(command.Account, Here(command.Id), command.Quantity, Now);
                break;
            case CustomerCommandKind.Cancel:
                Engine.Cancel(command.Account, Here(command.Id), Now);
                break;
            case CustomerCommandKind.MassCancel:
                Engine.MassCancel(command.Account, command.Filter, Now);
                break;
            case CustomerCommandKind.Ladder: Quote(command); break;
            case CustomerCommandKind.Renew: Renew(command); break;
            case CustomerCommandKind.Halt: Engine.Halt(command.Reason!, Now); break;
            case CustomerCommandKind.Resume: Engine.Resume(Now); break;
        }
    }

    private void Place(in CustomerCommand command)
    {
        var order = command.Order with
        {
            Link = command.Order.Link is { } link ? Here(link) : null,
        };
        var result = Engine.Place(order, Now);
        var (isReal, isHere) = (command.Id != default, result.Id != default);
        if (isReal != isHere)
            Divergences++;
        if (!isHere || !Engine.TryGetOrder(result.Id, out _))
            return;
        if (isReal)
            Remember(command.Id, result.Id);
        else
            _stray = result.Id;
    }

    private void Transfer(in CustomerCommand command)
    {
        var number = _transfers.GetValueOrDefault(command.Account).Next;
        _transfers[command.Account] = number;
        var outcome = Engine.Transfer(
            command.Account, number, command.Quantity, command.Money, Now).Outcome;
        if (outcome != TransferOutcome.Moved)
            Divergences++;
    }

    private void Quote(in CustomerCommand command)
    {
        var ladder = command.Quotes!;
        Engine.MassQuote(
            command.Account, ladder.Epoch, ladder.Sequence, ladder.Bids, ladder.Asks, Now,
            ladder.Lease);
    }

    private void Renew(in CustomerCommand command)
    {
        var ladder = command.Quotes!;
        Engine.Renew(command.Account, ladder.Epoch, ladder.Sequence, ladder.Lease, Now);
    }

    /// <summary>The number that an order of the real market has here; none's if it is not here.
    /// </summary>
    private OrderId Here(OrderId real) => _numbers.GetValueOrDefault(real);

    private void Remember(OrderId real, OrderId here)
    {
        _numbers[real] = here;
        if (_numbers.Count <= 2 * (Engine.RestingOrders + Engine.ParkedOrders) + SpareNumbers)
            return;
        foreach (var (known, number) in _numbers)
        {
            if (!Engine.TryGetOrder(number, out _))
                _numbers.Remove(known);
        }
    }
}
