namespace MarketMaker.Strategies.Fuel;

/// <summary>A rule has taken all the steps that a tick allows.</summary>
public sealed class FuelExhaustedException : Exception
{
    internal FuelExhaustedException() : base(
        "The rule takes too many steps: each turn of a loop and each call is one.")
    {
    }

    // Apart from the check, which is inlined into every loop.
    internal static void Throw() => throw new FuelExhaustedException();
}
