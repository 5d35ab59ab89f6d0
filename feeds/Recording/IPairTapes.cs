using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Recording;

/// <summary>What this silo keeps on disk of its pairs' latest market data, for backtests.</summary>
/// <remarks>
/// What is kept is bounded in age and size, is lost with the disk, and is this silo's alone: a pair
/// that has just moved here begins with an empty window. All members are thread safe.
/// </remarks>
public interface IPairTapes
{
    /// <summary>What is kept of a pair now.</summary>
    /// <returns>Null if nothing is.</returns>
    TapeExtent? Find(PairId pair);

    /// <summary>Opens all that is kept of a pair, up to the frames that have just come.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="cancel">Ends the wait for the writer.</param>
    /// <returns>The window, which the caller disposes: until then nothing of it is deleted. Null if
    /// nothing is kept.</returns>
    /// <exception cref="IOException">The disk could not be read.</exception>
    ValueTask<TapeWindow?> OpenAsync(PairId pair, CancellationToken cancel);
}
