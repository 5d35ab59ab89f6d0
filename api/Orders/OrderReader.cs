using MarketMaker.Api.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Orders;

/// <summary>Turns a request into an order of the pair's own ticks and lots.</summary>
internal static class OrderReader
{
    /// <summary>Reads an order.</summary>
    /// <param name="request">What was sent.</param>
    /// <param name="spec">What the pair trades in.</param>
    /// <param name="errors">Takes everything that is wrong, unless its field has an error
    /// already; the order means nothing then.</param>
    public static NewOrder Read(OrderRequest request, PairSpec spec, List<FieldError> errors)
    {
        var found = new List<FieldError>();
        var account = AccountNames.ReadCustomer(request.Account, found);
        if (request.Side is null)
            found.Add(new FieldError("side", "side must be buy or sell."));
        if (request.Type is null)
        {
            found.Add(new FieldError(
                "type",
                "type must be limit, market, immediateOrCancel, fillOrKill, postOnly, stop or "
                + "stopLimit."));
        }
        var price = ReadPrice(request, spec, found);
        var quantity = ReadSize(request, spec, found);
        var order = new NewOrder(
            account,
            request.Side.GetValueOrDefault(),
            KindOf(request.Type),
            price,
            quantity)
        {
            ClientId = ReadClientId(request.ClientOrderId, found),
            Expires = request.ExpiresAt is { } expires ? Instant.From(expires) : null,
            Trigger = ReadTrigger(request, spec, found),
            Trail = OrderTrail.Read(request, spec, found),
            Display = OrderAmounts.ReadSize("display", request.Display, spec, found) ?? default,
            Budget = OrderAmounts.ReadBudget(request.Budget, spec, found),
            SelfTrade = request.SelfTrade.GetValueOrDefault(),
            Slide = ReadSlide(request, found),
            Link = request.Link is { } link ? new OrderId(link) : null,
        };
        errors.AddRange(found.Where(fault => errors.TrueForAll(e => e.Field != fault.Field)));
        return order;
    }

    private static OrderKind KindOf(OrderType? type) => type switch
    {
        OrderType.Market or OrderType.Stop => OrderKind.Market,
        OrderType.ImmediateOrCancel => OrderKind.ImmediateOrCancel,
        OrderType.FillOrKill => OrderKind.FillOrKill,
        OrderType.PostOnly => OrderKind.PostOnly,
        _ => OrderKind.Limit,
    };

    private static bool ReadSlide(OrderRequest request, List<FieldError> errors)
    {
        if (request.Slide == true && request.Type != OrderType.PostOnly)
            errors.Add(new FieldError("slide", "slide must be absent unless type is postOnly."));
        return request.Slide.GetValueOrDefault();
    }

    private static Price? ReadTrigger(
        OrderRequest request, PairSpec spec, List<FieldError> errors)
    {
        var isStop = request.Type is OrderType.Stop or OrderType.StopLimit;
        if (!isStop && request.Trigger is not null)
        {
            errors.Add(new FieldError(
                "trigger", "trigger must be absent unless type is stop or stopLimit."));
        }
        if (!isStop || (request.Trigger is null && request.TrailDistance is not null))
            return null;
        return OrderAmounts.ReadPrice("trigger", request.Trigger, spec, errors);
    }

    private static ClientOrderId? ReadClientId(string? name, List<FieldError> errors)
    {
        if (name is null)
            return null;
        if (ClientOrderId.TryParse(name, out var client))
            return client;
        errors.Add(new FieldError(
            "clientOrderId",
            $"clientOrderId must have 1 to {ClientOrderId.MaxLength} printable ASCII characters, "
            + "no spaces."));
        return null;
    }

    private static Price ReadPrice(
        OrderRequest request, PairSpec spec, List<FieldError> errors)
    {
        if (request.Type is not (OrderType.Market or OrderType.Stop))
            return OrderAmounts.ReadPrice("price", request.Price, spec, errors);
        if (request.Price is not null)
        {
            errors.Add(new FieldError(
                "price", "price must be absent from a market order and a stop."));
        }
        return default;
    }

    private static Quantity ReadSize(
        OrderRequest request, PairSpec spec, List<FieldError> errors)
    {
        var isByAmount = request is
            { Type: OrderType.Market, Side: Side.Buy, Budget: not null, Size: null };
        if (!isByAmount && request.Size is null)
            errors.Add(OrderAmounts.SizeFault("size", spec));
        return OrderAmounts.ReadSize("size", request.Size, spec, errors) ?? default;
    }
}
