using MarketMaker.Engine.Units;

namespace MarketMaker.Silo.Strategies;

/// <summary>What is tried, and on what.</summary>
/// <param name="File">The rule.</param>
/// <param name="Tapes">The tape's files, oldest first.</param>
/// <param name="Pairs">The pairs; empty for all that the tape speaks of.</param>
/// <param name="Against">The rule that it is compared with: the name of one that ships, or a file;
/// null for none.</param>
/// <param name="AsJson">Whether the report is one JSON object, not tables.</param>
internal sealed record BacktestOptions(
    string File,
    IReadOnlyList<string> Tapes,
    IReadOnlySet<PairId> Pairs,
    string? Against,
    bool AsJson);
