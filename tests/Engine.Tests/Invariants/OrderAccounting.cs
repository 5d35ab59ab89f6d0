using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Invariants;

/// <summary>Follows each order through the engine's answers: placed = filled + cancelled +
/// resting, nothing but an amendment makes an order larger, and whoever looks up the touched
/// orders alone knows every order and the order of every queue.</summary>
internal sealed class OrderAccounting
{
    private readonly List<RestingOrder> _known = [];
    private readonly Dictionary<AccountId, Dictionary<OrderId, Quantity>> _quotes = [];
    private readonly Dictionary<AccountId, (long Epoch, long Sequence)> _ladders = [];

    public void Follow(Command command, Outcome outcome, MatchingEngine engine)
    {
        if (outcome.Rejection != Rejection.None)
            Invariant.Holds(outcome.Fills.Length == 0 && outcome.Reports.Length == 0);
        foreach (var fill in outcome.Fills)
        {
            if (_quotes.TryGetValue(fill.MakerAccount, out var quotes)
                && quotes.ContainsKey(fill.Maker))
                quotes[fill.Maker] -= fill.Quantity;
        }
        foreach (var touch in outcome.Touched)
            Apply(touch, command, outcome, engine);
        if (outcome.Rejection == Rejection.None && outcome.Reply is PlaceResult result)
            CheckSum(command, result, outcome.Fills);
        if (command is Command.Requote requote && outcome.Reply is LadderReply
            { Rejection: Rejection.None, Change: var change })
            Requote(requote, change, outcome.Reports);
    }

    public void Audit(IReadOnlyList<RestingOrder> orders, IReadOnlyList<RestingOrder> stops)
    {
        // The sort is stable: what it leaves in order is the queue.
        var known = _known.OrderBy(order => order.IsParked)
            .ThenBy(order => order.IsParked ? Side.Buy : order.Side)
            .ThenBy(order => order.IsParked ? 0 : -order.Side.Sign() * order.Price.Ticks);
        Invariant.Holds(known.SequenceEqual(orders.Where(order => !order.IsQuote).Concat(stops)));
        foreach (var order in orders)
        {
            if (order.IsQuote)
                Invariant.Holds(order.Remaining <= _quotes[order.Account][order.Id]);
        }
    }

    private void Apply(in Touch touch, Command command, Outcome outcome, MatchingEngine engine)
    {
        var id = touch.Id;
        var at = _known.FindIndex(order => order.Id == id);
        if (!engine.TryGetOrder(id, out var order))
        {
            if (at >= 0)
                _known.RemoveAt(at);
            return;
        }
        Invariant.Holds(!order.IsQuote);
        if (at >= 0 && command is not Command.Amend)
        {
            var filled = outcome.Fills
                .Where(fill => fill.Maker == id || fill.Taker == id)
                .Sum(fill => fill.Quantity.Lots);
            // Looked up once a touch, so what traded is either in the difference or was before.
            Invariant.Holds(order.Remaining <= _known[at].Remaining);
            Invariant.Holds(filled <= _known[at].Remaining.Lots
                || outcome.Touched.Count(t => t.Id == id) > 1);
        }
        if (at >= 0 && !touch.Requeued)
        {
            _known[at] = order;
            return;
        }
        if (at >= 0)
            _known.RemoveAt(at);
        _known.Add(order);
    }

    private static void CheckSum(Command command, PlaceResult result, Fill[] fills)
    {
        var filled = fills.Where(fill => fill.Taker == result.Id)
            .Sum(fill => fill.Quantity.Lots);
        Invariant.Holds(result.Filled.Lots == filled);
        var sum = result.Filled + result.Resting + result.Cancelled;
        if (command is Command.Place { Order.Quantity: var placed } && placed > Quantity.Zero)
            Invariant.Holds(sum == placed);
        if (command is Command.Amend { Quantity: var amended })
            Invariant.Holds(sum == amended);
    }

    private void Requote(Command.Requote command, LadderChange change, QuoteReport[] reports)
    {
        if (!_quotes.TryGetValue(command.Owner, out var quotes))
            _quotes.Add(command.Owner, quotes = []);
        var version = (command.Epoch, command.Sequence);
        if (_ladders.TryGetValue(command.Owner, out var last) && last == version)
            return;
        _ladders[command.Owner] = version;
        quotes.Clear();
        foreach (var report in reports)
        {
            Invariant.Holds(report.Rests == (report.Id != default));
            if (report.Rests)
                quotes.Add(report.Id, report.Wanted.Quantity);
        }
        Invariant.Holds(quotes.Count == change.Kept + change.Amended + change.Placed);
    }
}
