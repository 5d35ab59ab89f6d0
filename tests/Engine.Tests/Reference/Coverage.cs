using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>What a run of random commands met: a run in which nothing collides proves nothing.
/// </summary>
internal sealed class Coverage
{
    private readonly SortedSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>What no random command can meet: it has a test of its own.</summary>
    private static readonly Rejection[] _elsewhere =
    [
        Rejection.Busy, Rejection.ClientOrderIdReused, Rejection.AccountExists,
        Rejection.TooManyAccounts, Rejection.TermsOutOfRange, Rejection.FundsOutOfRange,
        Rejection.StaleMarket, Rejection.LadderGone,
        Rejection.MarketHalted, Rejection.QuotesFrozen, Rejection.QuantityOverAccountLimit,
        Rejection.PriceOutsideBand, Rejection.TooManyOpenOrders, Rejection.BookFull,
    ];

    /// <summary>All that a run must meet.</summary>
    public static Coverage Everything { get; } = new(
        [.. Enum.GetValues<Rejection>().Except(_elsewhere).Select(why => why.ToString()),
        "filled and rests", "filled and cancelled", "several fills", "kept", "amended", "placed",
        "cancelled", "slid", .. Enum.GetNames<OrderKind>(), .. Enum.GetNames<SelfTradePrevention>(),
        "waits", "fired", "trailed", "refilled", "expired", "partner cancelled", "by amount",
        "mass cancelled", "reduced to nothing"]);

    public Coverage(params IEnumerable<string> met) => _met.UnionWith(met);

    public void Add(Command command, Outcome outcome)
    {
        if (outcome.Rejection == Rejection.None)
            AddOrders(command, outcome);
        _met.Add(outcome.Rejection.ToString());
        Add("several fills", outcome.Fills.Length > 1);
        if (outcome.Reply is PlaceResult { Filled.Lots: > 0 } placed)
        {
            Add("filled and rests", placed.Resting.Lots > 0);
            Add("filled and cancelled", placed.Cancelled.Lots > 0);
        }
        if (outcome.Reply is LadderReply { Change: var change })
        {
            Add("kept", change.Kept > 0);
            Add("amended", change.Amended > 0);
            Add("placed", change.Placed > 0);
            Add("cancelled", change.Cancelled > 0);
        }
        foreach (var report in outcome.Reports)
        {
            _met.Add(report.Rejection.ToString());
            Add("slid", report.Rests && report.Price != report.Wanted.Price);
        }
    }

    private void AddOrders(Command command, Outcome outcome)
    {
        if (command is Command.Place { Order: var order } && outcome.Reply is PlaceResult placed)
        {
            var own = outcome.Touched.Count(touch => touch.Id == placed.Id);
            _met.Add(order.Kind.ToString());
            Add("waits", order.Trigger is not null && placed.Resting.Lots > 0);
            Add("fired", outcome.Fills.Any(fill => fill.Taker != placed.Id));
            Add("by amount", order.Quantity == Quantity.Zero && placed.Filled.Lots > 0);
            Add("partner cancelled", order.Link is not null && own == 0);
            Add(order.SelfTrade.ToString(), order.Kind == OrderKind.Limit && order.Link is null
                && (placed.Cancelled.Lots > 0 || HasTouchedWithoutTrading(outcome, placed.Id)));
            Add("refilled", outcome.Touched.Any(touch =>
                touch.Requeued && outcome.Fills.Any(fill => fill.Maker == touch.Id)));
            Add("trailed", outcome.Touched.Any(touch => !touch.Requeued
                && outcome.Fills.Length > 0 && HasTouchedWithoutTrading(outcome, placed.Id)));
        }
        Add("expired", command is Command.Advance && outcome.Touched.Length > 0);
        Add("mass cancelled", command is Command.MassCancel && outcome.Touched.Length > 1);
        Add("reduced to nothing", command is Command.Reduce
            && outcome.Reply is PlaceResult { Resting.Lots: 0, Cancelled.Lots: > 0 });
    }

    /// <summary>Whether an order was touched that neither came in nor traded.</summary>
    private static bool HasTouchedWithoutTrading(Outcome outcome, OrderId own) =>
        outcome.Touched.Any(touch => touch.Id != own
            && !outcome.Fills.Any(fill => fill.Maker == touch.Id || fill.Taker == touch.Id));

    public override bool Equals(object? obj) => obj is Coverage other && _met.SetEquals(other._met);

    public override int GetHashCode() => _met.Count;

    public override string ToString() => string.Join(", ", _met);

    private void Add(string what, bool met)
    {
        if (met)
            _met.Add(what);
    }
}
