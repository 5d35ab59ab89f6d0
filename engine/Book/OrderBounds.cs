using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What the market allows an account at this moment, beyond what it always allows.
/// </summary>
/// <param name="IsHalted">Whether nothing may enter.</param>
/// <param name="Low">The lowest limit.</param>
/// <param name="High">The highest limit.</param>
/// <param name="Largest">The largest order.</param>
/// <param name="MaxOpen">The most orders that rest or wait.</param>
internal readonly record struct OrderBounds(
    bool IsHalted, Price Low, Price High, Quantity Largest, int MaxOpen)
{
    public bool Includes(Price limit) => limit >= Low && limit <= High;
}
