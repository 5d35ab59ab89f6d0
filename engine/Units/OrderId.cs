namespace MarketMaker.Engine.Units;

/// <summary>The number that the engine gave an order: unique and rising within a pair, never
/// reused. <c>default</c> is no order.</summary>
/// <param name="Value">1 and up.</param>
public readonly record struct OrderId(long Value)
{
    /// <summary>The number, for logs.</summary>
    public override string ToString() => $"#{Value}";
}
