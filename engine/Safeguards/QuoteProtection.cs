using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Safeguards;

/// <summary>Market-maker protection: how much of an owner's quotes may trade in a rolling window
/// before all that is left of them is pulled. <c>default</c> is none.</summary>
/// <remarks>The trade that passes a limit is not undone or made smaller; it is the last. The window
/// is kept in 64 steps, so a trade counts for the window's length at least, and for a 63rd of it
/// longer at most.</remarks>
/// <param name="MaxTraded">The most that may trade, both sides together; 0 is no limit.</param>
/// <param name="MaxDelta">The most that bought and sold may differ by; 0 is no limit.</param>
/// <param name="Window">Over how long; more than 0 if there is a limit.</param>
/// <param name="Freeze">For how long the owner's ladders are refused then; 0 is until somebody
/// resets it.</param>
public readonly record struct QuoteProtection(
    Quantity MaxTraded, Quantity MaxDelta, TimeSpan Window, TimeSpan Freeze)
{
    /// <summary>Whether there is any limit.</summary>
    public bool IsOn => MaxTraded > Quantity.Zero || MaxDelta > Quantity.Zero;
}
