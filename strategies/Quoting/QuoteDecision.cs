using MarketMaker.Engine.Market;

namespace MarketMaker.Strategies.Quoting;

/// <summary>What a maker wants of its ladder now.</summary>
/// <param name="Replace">Whether the ladder in the book must be replaced by the wanted one; if
/// not, what rests is good enough.</param>
/// <param name="Reason">Why nothing is wanted, or <see cref="PauseReason.None"/>.</param>
public readonly record struct QuoteDecision(bool Replace, PauseReason Reason);
