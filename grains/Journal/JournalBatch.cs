using MarketMaker.Engine.Journal;

namespace MarketMaker.Grains.Journal;

/// <summary>What one pair has to say in a transaction.</summary>
/// <param name="Row">Its records since the last.</param>
/// <param name="Snapshot">The market after one of them, when it is time for one.</param>
public sealed record JournalBatch(JournalRow Row, JournalSnapshot? Snapshot);
