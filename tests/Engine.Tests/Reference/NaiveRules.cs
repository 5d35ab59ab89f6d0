using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Reference;

/// <summary>What an order may say, one question a line.</summary>
internal static class NaiveRules
{
    public static Rejection Fault(PairSpec spec, NewOrder order, long? last, Instant now)
    {
        var isStop = order.Trigger != null || order.Trail != null;
        var isMarketBuy = order.Kind == OrderKind.Market && order.Side == Side.Buy;
        var isByAmount = isMarketBuy && !isStop && order.Budget != null && order.Quantity.Lots == 0;
        if (order.Kind != OrderKind.Market && IsOutside(order.Price.Ticks, spec.MaxPrice.Ticks))
            return Rejection.PriceOutOfRange;
        if (!isByAmount && IsOutside(order.Quantity.Lots, spec.MaxQuantity.Lots))
            return Rejection.QuantityOutOfRange;
        if (isStop && !IsGood(spec, order, last))
            return Rejection.TriggerOutOfRange;
        if (IsCutTooSmall(order.Display.Lots, order.Quantity.Lots))
            return Rejection.DisplayOutOfRange;
        if (order.Budget is { } budget
            && (budget.TickLots < 1 || !(isMarketBuy || order.Kind == OrderKind.FillOrKill)))
            return Rejection.BudgetOutOfRange;
        if (order.Budget == null && isMarketBuy && isStop)
            return Rejection.BudgetOutOfRange;
        return order.Expires is { } due && due <= now
            ? Rejection.ExpiryOutOfRange
            : Rejection.None;
    }

    public static bool IsOutside(long value, long most) => value < 1 || value > most;

    public static bool IsCutTooSmall(long display, long lots) =>
        display < 0 || (display > 0 && lots > display * MatchingEngine.MaxParts);

    /// <summary>Where the trigger of a trailing stop begins if nobody says so.</summary>
    public static long Start(NewOrder order, long last) =>
        last + order.Side.Sign() * Ticks(order.Trail!.Value, order.Trail.Value.Distance, last);

    public static long Ticks(Trail trail, long amount, long price) =>
        Math.Max(1, trail.Unit == TrailUnit.Ticks ? amount : price * amount / 10_000);

    private static bool IsGood(PairSpec spec, NewOrder order, long? last)
    {
        if (order.Trail is { } trail)
        {
            var most = trail.Unit == TrailUnit.Ticks ? spec.MaxPrice.Ticks : 10_000;
            if (IsOutside(trail.Distance, most) || trail.Step < 0 || trail.Step > most)
                return false;
        }
        if (order.Trigger is { } trigger)
            return !IsOutside(trigger.Ticks, spec.MaxPrice.Ticks);
        return last is { } price && !IsOutside(Start(order, price), spec.MaxPrice.Ticks);
    }
}
