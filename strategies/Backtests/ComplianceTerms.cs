using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Backtests;

/// <summary>When a two-sided ladder counts as compliant with a market maker's obligations.
/// </summary>
/// <remarks>Besides, the smaller side's total must be at least half of the larger's. Source:
/// market-maker agreements: spread, depth, and sizes within 50 % of each other (MiFID II
/// RTS 8).</remarks>
/// <param name="MaxSpread">The widest spread of the best prices, as a share of their middle.
/// </param>
/// <param name="MinDepth">The least total of each side.</param>
public readonly record struct ComplianceTerms(Ratio MaxSpread, Quantity MinDepth);
