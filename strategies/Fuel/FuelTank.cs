namespace MarketMaker.Strategies.Fuel;

/// <summary>The steps that the rule on this thread may still take.</summary>
/// <remarks>One a thread: a rule runs to its end on the thread that called it, and any number of
/// rules run at the same time.</remarks>
internal static class FuelTank
{
    /// <summary>Counts down to 0; below that the rule is stopped.</summary>
    [ThreadStatic]
    internal static int Left;
}
