namespace MarketMaker.Engine.Units;

/// <summary>Arithmetic on <see cref="Side"/>.</summary>
public static class SideExtensions
{
    /// <summary>The side that an order of this side trades with.</summary>
    public static Side Opposite(this Side side) => side ^ Side.Sell;

    /// <summary>+1 for a buy, −1 for a sell: the sign of the change in base inventory.</summary>
    public static long Sign(this Side side) => side == Side.Buy ? 1 : -1;
}
