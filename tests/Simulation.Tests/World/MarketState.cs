using MarketMaker.Engine.Book;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>What the engine keeps on the disk.</summary>
internal sealed record MarketState(EngineSnapshot Snapshot, Fill[] Fills);
