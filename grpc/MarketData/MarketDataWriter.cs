using System.Globalization;
using Google.Protobuf.Collections;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.MarketData;
using MarketMaker.Grpc.Orders;

namespace MarketMaker.Grpc.MarketData;

/// <summary>Says market data in the contract's messages.</summary>
internal static class MarketDataWriter
{
    /// <summary>What a pair trades in.</summary>
    public static Contract.Pair ToWire(PairSpec spec) => new()
    {
        Pair_ = spec.Id.ToString(),
        TickSize = spec.TickSize.ToString(CultureInfo.InvariantCulture),
        LotSize = spec.LotSize.ToString(CultureInfo.InvariantCulture),
        MaxPriceTicks = spec.MaxPrice.Ticks,
        MaxQuantityLots = spec.MaxQuantity.Lots,
    };

    /// <summary>A message to one who keeps a copy of a depth.</summary>
    public static Contract.DepthUpdate ToWire(DepthUpdate update) =>
        update.Diff is { } diff
            ? new Contract.DepthUpdate { Diff = ToWire(update.At, diff) }
            : new Contract.DepthUpdate { Snapshot = ToWire(update.At, update.Snapshot!) };

    /// <summary>A depth.</summary>
    public static Contract.Depth ToWire(Instant at, Depth depth)
    {
        var message = new Contract.Depth
        {
            AtUs = at.Microseconds,
            Sequence = depth.Sequence,
            Checksum = depth.Checksum,
        };
        AddTo(message.Bids, depth.Bids);
        AddTo(message.Asks, depth.Asks);
        return message;
    }

    /// <summary>A change of an account's order.</summary>
    public static Contract.OwnOrderChange ToWire(OwnOrderChange change) => new()
    {
        Event = change.Event switch
        {
            OwnOrderEvent.Added => Contract.OwnOrderChange.Types.Event.Added,
            OwnOrderEvent.Changed => Contract.OwnOrderChange.Types.Event.Changed,
            _ => Contract.OwnOrderChange.Types.Event.Removed,
        },
        Order = change.Order.Id.Value,
        Side = OrderWriter.ToWire(change.Order.Side),
        PriceTicks = change.Order.Price.Ticks,
        RestingLots = change.Order.Remaining.Lots,
        OrdersAhead = change.Order.OrdersAhead,
        AheadLots = change.Order.QuantityAhead.Lots,
    };

    private static Contract.DepthDiff ToWire(Instant at, DepthDiff diff)
    {
        var message = new Contract.DepthDiff
        {
            AtUs = at.Microseconds,
            Previous = diff.Previous,
            Sequence = diff.Sequence,
            Checksum = diff.Checksum,
        };
        AddTo(message.Bids, diff.Bids);
        AddTo(message.Asks, diff.Asks);
        return message;
    }

    private static void AddTo(
        RepeatedField<Contract.Level> message, ReadOnlySpan<DepthLevel> levels)
    {
        foreach (ref readonly var level in levels)
        {
            message.Add(new Contract.Level
            {
                PriceTicks = level.Price.Ticks,
                QuantityLots = level.Quantity.Lots,
                Orders = level.Orders,
            });
        }
    }
}
