using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Replay;

/// <summary>What is replayed, and how.</summary>
/// <param name="File">The tape.</param>
/// <param name="Pairs">The pairs to make; empty for all that the tape speaks of.</param>
/// <param name="Speed">As recorded, or as fast as it can be sent.</param>
/// <param name="FlowScale">By what the tape's trades are multiplied before customers send them as
/// market orders; 0 sends none.</param>
/// <param name="SwapEvery">How often another version of the rule is uploaded; null for never.
/// </param>
/// <param name="AsJson">Whether the summary is one JSON object, not a table.</param>
internal sealed record ReplayOptions(
    FileInfo File,
    IReadOnlySet<PairId> Pairs,
    TapeSpeed Speed,
    decimal FlowScale,
    TimeSpan? SwapEvery,
    bool AsJson);
