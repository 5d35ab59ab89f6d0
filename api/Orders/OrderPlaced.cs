using MarketMaker.Api.Trades;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Orders;

/// <summary>What became of an order at entry: filled + resting + cancelled is its size.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Filled">What traded at once, in the base asset.</param>
/// <param name="Resting">What rests in the book now, or waits for its trigger.</param>
/// <param name="Cancelled">What was cancelled: the remainder of an order that does not rest, or of
/// one that met an order of its own owner.</param>
/// <param name="Trades">Its trades, in order.</param>
public sealed record OrderPlaced(
    long Id,
    decimal Filled,
    decimal Resting,
    decimal Cancelled,
    IReadOnlyList<TradeDocument> Trades)
{
    internal static OrderPlaced From(PairSpec spec, PlaceReply reply) =>
        new(
            reply.Result.Id.Value,
            spec.ToDecimal(reply.Result.Filled),
            spec.ToDecimal(reply.Result.Resting),
            spec.ToDecimal(reply.Result.Cancelled),
            [.. reply.Fills.Select(fill => TradeDocument.From(spec, fill))]);
}
