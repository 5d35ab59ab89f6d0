using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Wallets;

/// <summary>A transfer, and what has become of it.</summary>
/// <param name="TransferId">The client's name for it.</param>
/// <param name="Kind">From where to where.</param>
/// <param name="Status"><c>inFlight</c>, <c>done</c> or <c>refused</c>.</param>
/// <param name="Refusal">Why it was refused; <c>none</c> if it was not.</param>
/// <param name="Pair">The pair, if one is at the other end.</param>
/// <param name="Amounts">What moves, by asset.</param>
/// <param name="At">When it was written down.</param>
public sealed record TransferDocument(
    string TransferId,
    TransferKind Kind,
    TransferStatus Status,
    TransferRefusal Refusal,
    string? Pair,
    IReadOnlyDictionary<string, AssetAmount> Amounts,
    DateTimeOffset At)
{
    internal static TransferDocument From(Transfer transfer)
    {
        var order = transfer.Order;
        return new(
            order.Id.ToString(),
            order.Kind,
            transfer.Status,
            transfer.Refusal,
            order.IsWithPair ? order.Pair.ToString() : null,
            new[] { order.First, order.Second }
                .Where(leg => leg.Amount > AssetAmount.Zero)
                .ToDictionary(leg => leg.Asset.ToString(), leg => leg.Amount),
            transfer.At.ToDateTimeOffset());
    }
}
