using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Backtests;

/// <summary>The inventory at its furthest from where the desk began. <c>default</c> is one that
/// has not moved.</summary>
/// <param name="Position">What had been bought less what had been sold.</param>
/// <param name="At">When it first was so.</param>
public readonly record struct InventoryExtreme(Quantity Position, Instant At)
{
    /// <summary>The further of this and another.</summary>
    public InventoryExtreme Or(Quantity position, Instant at) =>
        Math.Abs(position.Lots) > Math.Abs(Position.Lots) ? new(position, at) : this;
}
