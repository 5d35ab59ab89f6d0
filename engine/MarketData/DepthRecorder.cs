using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.MarketData;

/// <summary>Looks at a market's depth and numbers what it sees: a look that shows something else
/// than the one before has the next sequence.</summary>
/// <remarks>Matching does not know of it, and pays nothing. A look costs a copy and a comparison
/// of at most 2 × <see cref="Depth.MaxLevels"/> levels, and allocates only when they changed. One
/// thread at a time.</remarks>
/// <param name="market">What is looked at.</param>
/// <param name="start">The sequence before the first look: at least the last one of any recorder
/// of this pair before, so that sequences rise for good.</param>
public sealed class DepthRecorder(MatchingEngine market, long start)
{
    private const int SequenceBits = 36;

    private readonly DepthLevel[] _bids = new DepthLevel[Depth.MaxLevels];
    private readonly DepthLevel[] _asks = new DepthLevel[Depth.MaxLevels];
    private Depth _last = new(start, [], []);

    /// <summary>A start beyond every sequence of the market's earlier lives, with room for 2³⁶
    /// looks that see something new. Sequences stay below 2⁵³, so that every reader of JSON keeps
    /// them exact.</summary>
    /// <param name="epoch">The market's life, from 0 to <see cref="MatchingEngine.MaxEpoch"/>.
    /// </param>
    public static long StartOf(long epoch) => epoch << SequenceBits;

    /// <summary>The depth as it is now.</summary>
    public Depth Look()
    {
        var bids = _bids.AsSpan(0, market.CopyDepth(Side.Buy, _bids));
        var asks = _asks.AsSpan(0, market.CopyDepth(Side.Sell, _asks));
        var isSame = _last.Sequence > start
            && bids.SequenceEqual(_last.Bids) && asks.SequenceEqual(_last.Asks);
        if (!isSame)
            _last = new Depth(_last.Sequence + 1, bids.ToArray(), asks.ToArray());
        return _last;
    }
}
