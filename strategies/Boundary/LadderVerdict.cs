using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Boundary;

/// <summary>Whether a rule's answer can be quoted, and if not, what is wrong and where.</summary>
/// <remarks><c>default</c> is sound.</remarks>
/// <param name="Fault">The first fault found: bids before asks, best level first.</param>
/// <param name="Side">The side of the faulty level; without meaning when sound.</param>
/// <param name="Level">The faulty level, counted from 0 at the best; without meaning when sound.
/// </param>
public readonly record struct LadderVerdict(QuoteFault Fault, Side Side, int Level)
{
    /// <summary>Whether the answer can be quoted.</summary>
    public bool IsSound => Fault == QuoteFault.None;

    /// <summary>For logs, such as <c>Sell level 2: PriceTooFar</c>.</summary>
    public override string ToString() => IsSound ? "sound" : $"{Side} level {Level}: {Fault}";
}
