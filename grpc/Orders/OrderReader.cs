using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.Grpc.Failures;

namespace MarketMaker.Grpc.Orders;

/// <summary>Reads what the contract's messages say in the engine's terms.</summary>
/// <remarks>It checks that a message means something. Whether a price or a quantity is in range is
/// the engine's to say.</remarks>
internal static class OrderReader
{
    private const string Names = "have 1 to 40 letters, digits, '.', '-' or '_'";

    /// <summary>Reads an order.</summary>
    /// <exception cref="MalformedRequestException">A field is not what it must be.</exception>
    public static NewOrder Read(Contract.PlaceRequest request)
    {
        var account = ReadCustomer(request.Account);
        var side = Read(request.Side);
        var kind = Read(request.Kind);
        if (request.HasPriceTicks == (kind == OrderKind.Market))
        {
            throw new MalformedRequestException(
                "price_ticks", "be present, and absent from a market order");
        }
        return new NewOrder(
            account, side, kind, new Price(request.PriceTicks), new Quantity(request.QuantityLots))
        {
            ClientId = request.HasClientOrderId ? ReadClientId(request.ClientOrderId) : null,
            Expires = request.HasExpiresUs ? ReadMoment(request.ExpiresUs) : null,
            Trigger = request.HasTriggerTicks ? new Price(request.TriggerTicks) : null,
            Trail = request.Trail is { } trail
                ? new Trail(trail.Distance, trail.Step, Read(trail.Unit))
                : null,
            Display = new Quantity(request.DisplayLots),
            Budget = request.HasBudgetTickLots ? new Notional(request.BudgetTickLots) : null,
            SelfTrade = Read(request.SelfTrade),
            Slide = request.Slide,
            Link = request.HasLink ? new OrderId(request.Link) : null,
        };
    }

    /// <summary>Reads which orders are meant.</summary>
    /// <exception cref="MalformedRequestException">A field is not what it must be.</exception>
    public static OrderFilter ReadFilter(Contract.MassCancelRequest request) =>
        new(
            request.Side == Contract.Side.Unspecified ? null : Read(request.Side),
            request.HasFromTicks ? new Price(request.FromTicks) : null,
            request.HasToTicks ? new Price(request.ToTicks) : null);

    /// <summary>Reads the name of a customer: the exchange's own account takes no orders from
    /// outside.</summary>
    public static AccountId ReadCustomer(string name)
    {
        var account = ReadAccount(name);
        return account != DeskAccount.Id
            ? account
            : throw new MalformedRequestException(
                "account", $"not be {DeskAccount.Id}, the exchange's own");
    }

    /// <summary>Reads the name of an account.</summary>
    public static AccountId ReadAccount(string name) =>
        AccountId.TryParse(name, out var account)
            ? account
            : throw new MalformedRequestException("account", Names);

    private static ClientOrderId ReadClientId(string name) =>
        ClientOrderId.TryParse(name, out var id)
            ? id
            : throw new MalformedRequestException(
                "client_order_id",
                $"have 1 to {ClientOrderId.MaxLength} printable ASCII characters, no spaces");

    private static Instant ReadMoment(long microseconds) =>
        microseconds is >= 0 and <= GrpcLimits.MaxMicroseconds
            ? new Instant(microseconds)
            : throw new MalformedRequestException(
                "expires_us", $"be from 0 to {GrpcLimits.MaxMicroseconds}");

    private static Side Read(Contract.Side side) => side switch
    {
        Contract.Side.Buy => Side.Buy,
        Contract.Side.Sell => Side.Sell,
        _ => throw new MalformedRequestException("side", "be SIDE_BUY or SIDE_SELL"),
    };

    private static OrderKind Read(Contract.OrderKind kind) => kind switch
    {
        Contract.OrderKind.Limit => OrderKind.Limit,
        Contract.OrderKind.ImmediateOrCancel => OrderKind.ImmediateOrCancel,
        Contract.OrderKind.PostOnly => OrderKind.PostOnly,
        Contract.OrderKind.Market => OrderKind.Market,
        Contract.OrderKind.FillOrKill => OrderKind.FillOrKill,
        _ => throw new MalformedRequestException("kind", "be one that the contract names"),
    };

    private static TrailUnit Read(Contract.TrailUnit unit) => unit switch
    {
        Contract.TrailUnit.Ticks => TrailUnit.Ticks,
        Contract.TrailUnit.BasisPoints => TrailUnit.BasisPoints,
        _ => throw new MalformedRequestException("trail.unit", "be one that the contract names"),
    };

    private static SelfTradePrevention Read(Contract.SelfTradePrevention mode) => mode switch
    {
        Contract.SelfTradePrevention.CancelNewest => SelfTradePrevention.CancelNewest,
        Contract.SelfTradePrevention.CancelOldest => SelfTradePrevention.CancelOldest,
        Contract.SelfTradePrevention.CancelBoth => SelfTradePrevention.CancelBoth,
        Contract.SelfTradePrevention.Decrement => SelfTradePrevention.Decrement,
        _ => throw new MalformedRequestException("self_trade", "be one that the contract names"),
    };
}
