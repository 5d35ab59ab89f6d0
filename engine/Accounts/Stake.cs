using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What an order holds back of the asset that its side pays with: tick·lots of the quote
/// asset for a buy, lots of the base asset for a sell. <c>default</c> is nothing.</summary>
/// <remarks>Whoever adds or compares two must know that they are of one side.</remarks>
internal readonly record struct Stake(long Units)
{
    /// <summary>What a sell of so much holds back.</summary>
    public static Stake Of(Quantity quantity) => new(quantity.Lots);

    /// <summary>What a buy of so much holds back.</summary>
    public static Stake Of(Notional money) => new(money.TickLots);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Stake operator +(Stake left, Stake right) => new(left.Units + right.Units);

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The result passes 64 bits.</exception>
    public static Stake operator -(Stake left, Stake right) => new(left.Units - right.Units);

    /// <summary>Compares by value.</summary>
    public static bool operator <(Stake left, Stake right) => left.Units < right.Units;

    /// <summary>Compares by value.</summary>
    public static bool operator >(Stake left, Stake right) => left.Units > right.Units;

    /// <summary>Compares by value.</summary>
    public static bool operator <=(Stake left, Stake right) => left.Units <= right.Units;

    /// <summary>Compares by value.</summary>
    public static bool operator >=(Stake left, Stake right) => left.Units >= right.Units;
}
