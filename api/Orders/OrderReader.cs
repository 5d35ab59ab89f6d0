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
                "type", "type must be limit, market, immediateOrCancel or postOnly."));
        }
        var price = ReadPrice(request, spec, found);
        var quantity = ReadSize(request, spec, found);
        var client = ReadClientId(request.ClientOrderId, found);
        errors.AddRange(found.Where(fault => errors.TrueForAll(e => e.Field != fault.Field)));
        return new NewOrder(
            account,
            request.Side.GetValueOrDefault(),
            request.Type.GetValueOrDefault(),
            price,
            quantity)
        {
            ClientId = client,
        };
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
        if (request.Type == OrderKind.Market)
        {
            if (request.Price is not null)
                errors.Add(new FieldError("price", "price must be absent from a market order."));
            return default;
        }
        var largest = spec.ToDecimal(spec.MaxPrice);
        if (request.Price <= largest && spec.TryGetPrice(request.Price.Value, out var price))
            return price;
        errors.Add(OffStep("price", spec.TickSize, largest));
        return default;
    }

    private static Quantity ReadSize(
        OrderRequest request, PairSpec spec, List<FieldError> errors)
    {
        var largest = spec.ToDecimal(spec.MaxQuantity);
        if (request.Size <= largest && spec.TryGetQuantity(request.Size.Value, out var quantity))
            return quantity;
        errors.Add(OffStep("size", spec.LotSize, largest));
        return default;
    }

    private static FieldError OffStep(string field, decimal step, decimal largest) =>
        new(field, $"{field} must be a multiple of {step} from {step} to {largest}.");
}
