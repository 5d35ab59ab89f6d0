using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Orders;

/// <summary>Reads how a stop's trigger follows the market.</summary>
internal static class OrderTrail
{
    public static Trail? Read(OrderRequest request, PairSpec spec, List<FieldError> errors)
    {
        var isStop = request.Type is OrderType.Stop or OrderType.StopLimit;
        if (request.TrailStep is not null && request.TrailDistance is null)
        {
            errors.Add(new FieldError(
                "trailStep", "trailStep must be absent without a trailDistance."));
        }
        if (request.TrailDistance is null)
            return null;
        if (!isStop)
        {
            errors.Add(new FieldError(
                "trailDistance",
                "trailDistance must be absent unless type is stop or stopLimit."));
            return null;
        }
        var distance = OrderAmounts.ReadPrice(
            "trailDistance", request.TrailDistance, spec, errors);
        var step = request.TrailStep is null
            ? default
            : OrderAmounts.ReadPrice("trailStep", request.TrailStep, spec, errors);
        return Trail.OfTicks(distance.Ticks, step.Ticks);
    }
}
