using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Invariants;

/// <summary>Follows each order through the engine's answers alone: placed = filled + cancelled +
/// resting, and what the answers leave resting is what the book holds.</summary>
internal sealed class OrderAccounting
{
    private readonly Dictionary<OrderId, Quantity> _live = [];
    private readonly Dictionary<AccountId, HashSet<OrderId>> _quotes = [];
    private readonly Dictionary<AccountId, (long Epoch, long Sequence)> _ladders = [];

    public void Follow(Command command, Outcome outcome)
    {
        if (outcome.Rejection != Rejection.None)
        {
            Invariant.Holds(outcome.Fills.Length == 0 && outcome.Reports.Length == 0);
            return;
        }
        switch (command)
        {
            case Command.Place place:
                Enter(place.Order.Quantity, (PlaceResult)outcome.Reply, outcome.Fills);
                break;
            case Command.Amend amend:
                Invariant.Holds(_live.Remove(amend.Id));
                Enter(amend.Quantity, (PlaceResult)outcome.Reply, outcome.Fills);
                break;
            case Command.Cancel cancel:
                Invariant.Holds(_live.Remove(cancel.Id, out var remaining));
                Invariant.Holds(((CancelResult)outcome.Reply).Cancelled == remaining);
                break;
            case Command.Requote requote:
                Requote(requote, ((LadderReply)outcome.Reply).Change, outcome.Reports);
                break;
        }
    }

    public void Audit(IReadOnlyList<RestingOrder> orders)
    {
        Invariant.Holds(_live.Count == orders.Count);
        foreach (var order in orders)
        {
            Invariant.Holds(_live[order.Id] == order.Remaining);
            Invariant.Holds(order.IsQuote == IsQuote(order));
        }
    }

    private bool IsQuote(RestingOrder order) =>
        _quotes.TryGetValue(order.Account, out var quotes) && quotes.Contains(order.Id);

    private void Enter(Quantity quantity, PlaceResult result, Fill[] fills)
    {
        var filled = Quantity.Zero;
        foreach (var fill in fills)
        {
            Invariant.Holds(fill.Taker == result.Id);
            filled += fill.Quantity;
            _live[fill.Maker] -= fill.Quantity;
            Invariant.Holds(_live[fill.Maker] >= Quantity.Zero);
            if (_live[fill.Maker] == Quantity.Zero)
                _live.Remove(fill.Maker);
        }
        Invariant.Holds(result.Filled == filled);
        Invariant.Holds(result.Filled + result.Resting + result.Cancelled == quantity);
        if (result.Resting > Quantity.Zero)
            Invariant.Holds(_live.TryAdd(result.Id, result.Resting));
    }

    private void Requote(Command.Requote command, LadderChange change, QuoteReport[] reports)
    {
        if (!_quotes.TryGetValue(command.Owner, out var quotes))
            _quotes.Add(command.Owner, quotes = []);
        var version = (command.Epoch, command.Sequence);
        if (_ladders.TryGetValue(command.Owner, out var last) && last == version)
            return;
        _ladders[command.Owner] = version;
        quotes.RemoveWhere(id => !_live.ContainsKey(id));
        Invariant.Holds(quotes.Count == change.Kept + change.Amended + change.Cancelled);
        foreach (var id in quotes)
            _live.Remove(id);
        quotes.Clear();
        foreach (var report in reports)
        {
            Invariant.Holds(report.Rests == (report.Id != default));
            if (!report.Rests)
                continue;
            Invariant.Holds(quotes.Add(report.Id));
            _live.Add(report.Id, report.Wanted.Quantity);
        }
        Invariant.Holds(quotes.Count == change.Kept + change.Amended + change.Placed);
    }
}
