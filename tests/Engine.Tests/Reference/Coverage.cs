using MarketMaker.Engine.Book;
using MarketMaker.Engine.Tests.Commands;

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
        "cancelled", "slid"]);

    public Coverage(params IEnumerable<string> met) => _met.UnionWith(met);

    public void Add(Outcome outcome)
    {
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

    public override bool Equals(object? obj) => obj is Coverage other && _met.SetEquals(other._met);

    public override int GetHashCode() => _met.Count;

    public override string ToString() => string.Join(", ", _met);

    private void Add(string what, bool met)
    {
        if (met)
            _met.Add(what);
    }
}
