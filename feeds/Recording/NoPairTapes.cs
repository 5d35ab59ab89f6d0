using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Recording;

/// <summary>What a silo that records nothing keeps: nothing.</summary>
public sealed class NoPairTapes : IPairTapes
{
    /// <inheritdoc/>
    public TapeExtent? Find(PairId pair) => null;

    /// <inheritdoc/>
    public ValueTask<TapeWindow?> OpenAsync(PairId pair, CancellationToken cancel) =>
        new(default(TapeWindow));
}
