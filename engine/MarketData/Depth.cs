using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.MarketData;

/// <summary>The best levels of both sides at a moment: a snapshot of market-by-price data (L2).
/// </summary>
/// <remarks>Immutable: whoever makes one does not change the arrays afterwards. A pair has
/// one numbering of its depths: a higher sequence is a later moment, and two depths of the same
/// sequence are equal.</remarks>
/// <param name="sequence">The moment.</param>
/// <param name="bids">Best first, at most <see cref="MaxLevels"/>.</param>
/// <param name="asks">Best first, at most <see cref="MaxLevels"/>.</param>
public sealed class Depth(long sequence, DepthLevel[] bids, DepthLevel[] asks)
{
    /// <summary>The most levels of a side that are published. What rests behind them is not seen,
    /// and comes into sight when levels before it have gone.</summary>
    public const int MaxLevels = 1000;

    private readonly DepthLevel[] _bids = bids;
    private readonly DepthLevel[] _asks = asks;

    /// <summary>The moment.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The bids, best first.</summary>
    public ReadOnlySpan<DepthLevel> Bids => _bids;

    /// <summary>The asks, best first.</summary>
    public ReadOnlySpan<DepthLevel> Asks => _asks;

    /// <summary>What a faithful copy has, too.</summary>
    public uint Checksum { get; } = DepthChecksum.Of(bids, asks);
}
