using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What an order may say.</summary>
internal sealed class OrderRules(PairSpec spec)
{
    /// <summary>The first reason, in order of precedence, to refuse an order as it is sent.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="bounds">What the market allows now.</param>
    /// <param name="last">The price of the last trade.</param>
    /// <param name="now">When this happens.</param>
    public Rejection Check(
        in NewOrder order, in OrderBounds bounds, Price last, Instant now) =>
        bounds.IsHalted ? Rejection.MarketHalted
        : order.Kind != OrderKind.Market && !IsInRange(order.Price) ? Rejection.PriceOutOfRange
        : !IsInRange(order.Quantity) && !IsByAmount(order) ? Rejection.QuantityOutOfRange
        : order.Quantity > bounds.Largest ? Rejection.QuantityOverAccountLimit
        : !HasTriggerInRange(order, last) ? Rejection.TriggerOutOfRange
        : !HasDisplayInRange(order.Display, order.Quantity) ? Rejection.DisplayOutOfRange
        : !HasBudgetInRange(order) ? Rejection.BudgetOutOfRange
        : order.Expires <= now ? Rejection.ExpiryOutOfRange
        : Rejection.None;

    /// <summary>The first reason to refuse an amendment as it is sent.</summary>
    public Rejection Check(
        Price price, Quantity quantity, OrderConditions? conditions, in OrderBounds bounds) =>
        bounds.IsHalted ? Rejection.MarketHalted
        : !IsInRange(price) ? Rejection.PriceOutOfRange
        : !IsInRange(quantity) ? Rejection.QuantityOutOfRange
        : quantity > bounds.Largest ? Rejection.QuantityOverAccountLimit
        : !HasDisplayInRange(conditions?.Display ?? Quantity.Zero, quantity)
            ? Rejection.DisplayOutOfRange
        : Rejection.None;

    public bool IsInRange(Price price) => price.Ticks >= 1 && price <= spec.MaxPrice;

    public bool IsInRange(Quantity quantity) =>
        quantity.Lots >= 1 && quantity <= spec.MaxQuantity;

    private static bool HasDisplayInRange(Quantity display, Quantity quantity) =>
        display == Quantity.Zero || (display.Lots >= 1
            && quantity.Lots <= (Int128)display.Lots * MatchingEngine.MaxParts);

    /// <summary>The order as it enters the book.</summary>
    public OrderEntry Entry(
        in NewOrder order, OrderId id, int account, in OrderBounds bounds) =>
        Bounded(
            new OrderEntry(
                id,
                account,
                order.Side,
                order.Kind,
                LimitOf(order.Kind, order.Side, order.Price),
                IsByAmount(order) ? bounds.Largest : order.Quantity)
            {
                SelfTrade = order.SelfTrade,
                Slide = order.Slide,
                Conditions = OrderConditions.Of(order),
            },
            bounds);

    /// <summary>A market order goes as far as the market allows; another, as far as it says.
    /// </summary>
    public static OrderEntry Bounded(in OrderEntry entry, in OrderBounds bounds) =>
        entry.Kind != OrderKind.Market
            ? entry
            : entry with { Limit = entry.Side == Side.Buy ? bounds.High : bounds.Low };

    /// <summary>The live order as it enters the book again.</summary>
    public OrderEntry Entry(in RestingOrder order, int account) =>
        new(
            order.Id,
            account,
            order.Side,
            order.Kind,
            LimitOf(order.Kind, order.Side, order.Price),
            order.Remaining)
        {
            SelfTrade = order.SelfTrade,
            Slide = order.Slide,
            Conditions = OrderConditions.Of(order),
        };

    /// <summary>Whether only the budget says how much to buy.</summary>
    public static bool IsByAmount(in NewOrder order) =>
        order is { Kind: OrderKind.Market, Side: Side.Buy, Quantity.Lots: 0, Budget: not null,
            Trigger: null, Trail: null };

    /// <summary>The trigger of a stop: its own, or where its trail begins.</summary>
    public static Price? TriggerOf(in NewOrder order, Price last) =>
        order.Trigger is { } trigger ? trigger
        : order.Trail is not { } trail || last == default ? null
        : order.Side == Side.Buy ? last + trail.DistanceAt(last)
        : last - trail.DistanceAt(last);

    private Price LimitOf(OrderKind kind, Side side, Price price) =>
        kind != OrderKind.Market ? price
        : side == Side.Buy ? spec.MaxPrice
        : new Price(1);

    private bool HasTriggerInRange(in NewOrder order, Price last)
    {
        if (order.Trail is { } trail && !trail.IsWithin(spec.MaxPrice))
            return false;
        return TriggerOf(order, last) is { } trigger ? IsInRange(trigger) : order.Trail is null;
    }

    private static bool HasBudgetInRange(in NewOrder order)
    {
        var isMarketBuy = order is { Kind: OrderKind.Market, Side: Side.Buy };
        var isStop = order.Trigger is not null || order.Trail is not null;
        return order.Budget is { } budget
            ? budget.TickLots >= 1 && (isMarketBuy || order.Kind == OrderKind.FillOrKill)
            : !isMarketBuy || !isStop;
    }
}
