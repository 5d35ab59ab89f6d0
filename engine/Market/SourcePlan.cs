namespace MarketMaker.Engine.Market;

/// <summary>One source of a pair's price.</summary>
/// <param name="Feed">The number of the quotes that it is made of.</param>
/// <param name="Conversion">What turns them into the pair's ticks; null if they are in them.
/// </param>
/// <param name="Weight">How much it counts among the others, 1 to <see cref="MaxWeight"/>.</param>
public sealed record SourcePlan(int Feed, Conversion? Conversion = null, int Weight = 1)
{
    /// <summary>The largest weight.</summary>
    public const int MaxWeight = 1000;
}
