using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Accounts;

/// <summary>An account's resting orders at a moment.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Account">The account's name.</param>
/// <param name="At">The moment.</param>
/// <param name="Orders">Bids, then asks, each by price and time.</param>
public sealed record OwnOrdersDocument(
    string Pair, string Account, DateTimeOffset At, IReadOnlyList<OwnOrderDocument> Orders)
{
    internal static OwnOrdersDocument From(PairSpec spec, AccountId account, OwnOrdersView view) =>
        new(
            spec.Id.ToString(),
            account.ToString(),
            view.At.ToDateTimeOffset(),
            [.. view.Orders.Select(order => OwnOrderDocument.From(spec, order))]);
}
