using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Journal;

/// <summary>A customer's live order as bytes: flags for what it has, then what every order has,
/// then what the flags announce, in their order.</summary>
internal static class OrderCodec
{
    [Flags]
    private enum Has : ushort
    {
        Nothing = 0,
        ClientId = 1,
        Expiry = 2,
        Trigger = 4,
        Trail = 8,
        Display = 16,
        Hidden = 32,
        Budget = 64,
        Link = 128,
        Slide = 256,
        All = 511,
    }

    public static void Write(JournalBuffer into, in RestingOrder order)
    {
        var has = Parts(order);
        into.Write((ushort)has);
        into.Write(order.Id);
        into.Write(order.Account);
        into.Write((byte)order.Side);
        into.Write((byte)order.Kind);
        into.Write((byte)order.SelfTrade);
        into.Write(order.Price);
        into.Write(order.Remaining);
        if (order.ClientId is { } client)
            into.Write(client);
        if (order.Expires is { } expires)
            into.Write(expires);
        if (order.Trigger is { } trigger)
            into.Write(trigger);
        if (order.Trail is { } trail)
            Write(into, trail);
        if (Includes(has, Has.Display))
            into.Write(order.Display);
        if (Includes(has, Has.Hidden))
            into.Write(order.Hidden);
        if (order.Budget is { } budget)
            into.Write(budget);
        if (order.Link is { } link)
            into.Write(link);
    }

    public static RestingOrder Read(ref JournalReader from)
    {
        var has = (Has)from.ReadUInt16();
        if ((has & ~Has.All) != 0)
            throw new FormatException($"an order has unknown parts: {has}");
        var id = from.ReadOrderId();
        var account = from.ReadAccountId();
        var side = Codes.Side(from.ReadByte());
        var kind = Codes.Kind(from.ReadByte());
        var selfTrade = Codes.SelfTrade(from.ReadByte());
        return new RestingOrder(
            id, account, side, from.ReadPrice(), from.ReadQuantity(), IsQuote: false)
        {
            Kind = kind,
            SelfTrade = selfTrade,
            ClientId = Includes(has, Has.ClientId) ? from.ReadClientOrderId() : null,
            Expires = Includes(has, Has.Expiry) ? from.ReadInstant() : null,
            Trigger = Includes(has, Has.Trigger) ? from.ReadPrice() : null,
            Trail = Includes(has, Has.Trail) ? ReadTrail(ref from) : null,
            Display = Includes(has, Has.Display) ? from.ReadQuantity() : default,
            Hidden = Includes(has, Has.Hidden) ? from.ReadQuantity() : default,
            Budget = Includes(has, Has.Budget) ? from.ReadNotional() : null,
            Link = Includes(has, Has.Link) ? from.ReadOrderId() : null,
            Slide = Includes(has, Has.Slide),
        };
    }

    private static bool Includes(Has has, Has part) => (has & part) != 0;

    private static Has Parts(in RestingOrder order) =>
        (order.ClientId is null ? Has.Nothing : Has.ClientId)
        | (order.Expires is null ? Has.Nothing : Has.Expiry)
        | (order.Trigger is null ? Has.Nothing : Has.Trigger)
        | (order.Trail is null ? Has.Nothing : Has.Trail)
        | (order.Display == default ? Has.Nothing : Has.Display)
        | (order.Hidden == default ? Has.Nothing : Has.Hidden)
        | (order.Budget is null ? Has.Nothing : Has.Budget)
        | (order.Link is null ? Has.Nothing : Has.Link)
        | (order.Slide ? Has.Slide : Has.Nothing);

    private static void Write(JournalBuffer into, in Trail trail)
    {
        into.Write((byte)trail.Unit);
        into.Write(trail.Distance);
        into.Write(trail.Step);
    }

    private static Trail ReadTrail(ref JournalReader from)
    {
        var unit = Codes.TrailUnit(from.ReadByte());
        return new Trail(from.ReadInt64(), from.ReadInt64(), unit);
    }
}
