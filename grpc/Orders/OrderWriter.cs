using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Grpc.Orders;

/// <summary>Says the engine's answers in the contract's messages.</summary>
internal static class OrderWriter
{
    /// <summary>What became of an order.</summary>
    public static Contract.PlaceReply ToWire(PlaceReply reply) => new()
    {
        Rejection = Rejections.ToWire(reply.Result.Rejection),
        Order = reply.Result.Id.Value,
        FilledLots = reply.Result.Filled.Lots,
        RestingLots = reply.Result.Resting.Lots,
        CancelledLots = reply.Result.Cancelled.Lots,
        Trades = { reply.Fills.Select(ToWire) },
    };

    /// <summary>What became of a cancellation.</summary>
    public static Contract.CancelReply ToWire(CancelResult result) => new()
    {
        Rejection = Rejections.ToWire(result.Rejection),
        CancelledLots = result.Cancelled.Lots,
    };

    /// <summary>What a mass cancellation took out.</summary>
    public static Contract.MassCancelReply ToWire(MassCancelReply reply) => new()
    {
        Rejection = Rejections.ToWire(reply.Rejection),
        Orders = { reply.Cancelled.Select(id => id.Value) },
    };

    /// <summary>A trade.</summary>
    public static Contract.Trade ToWire(Fill fill) => new()
    {
        Number = fill.Number,
        AtUs = fill.At.Microseconds,
        TakerSide = ToWire(fill.TakerSide),
        PriceTicks = fill.Price.Ticks,
        QuantityLots = fill.Quantity.Lots,
        MakerOrder = fill.Maker.Value,
        TakerOrder = fill.Taker.Value,
        Maker = fill.MakerAccount.ToString(),
        Taker = fill.TakerAccount.ToString(),
        MakerFeeTickLots = fill.MakerFee.TickLots,
        TakerFeeTickLots = fill.TakerFee.TickLots,
    };

    /// <summary>A side.</summary>
    public static Contract.Side ToWire(Side side) =>
        side == Side.Buy ? Contract.Side.Buy : Contract.Side.Sell;
}
