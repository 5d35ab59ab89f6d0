using System.Runtime.InteropServices;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.MarketData;

/// <summary>A client's copy of a pair's depth: built from a snapshot and the diffs after it, and
/// proven by their checksums.</summary>
/// <remarks>A copy that has lost the thread is empty until the next snapshot: it shows a whole and
/// right book, or none. One thread at a time.</remarks>
public sealed class DepthReplica
{
    private readonly List<DepthLevel> _bids = [];
    private readonly List<DepthLevel> _asks = [];
    private bool _isCurrent;

    /// <summary>The sequence of the last message that was applied.</summary>
    public long Sequence { get; private set; }

    /// <summary>The bids, best first; overwritten by the next message.</summary>
    public ReadOnlySpan<DepthLevel> Bids => CollectionsMarshal.AsSpan(_bids);

    /// <summary>The asks, best first; overwritten by the next message.</summary>
    public ReadOnlySpan<DepthLevel> Asks => CollectionsMarshal.AsSpan(_asks);

    /// <summary>Starts over with a snapshot.</summary>
    /// <param name="snapshot">The depth as it was received.</param>
    /// <param name="checksum">What came with it.</param>
    /// <returns><see cref="ReplicaStatus.Current"/> or <see cref="ReplicaStatus.Corrupt"/>.
    /// </returns>
    public ReplicaStatus Apply(Depth snapshot, uint checksum)
    {
        Clear();
        _bids.AddRange(snapshot.Bids);
        _asks.AddRange(snapshot.Asks);
        return Prove(snapshot.Sequence, checksum);
    }

    /// <summary>Takes the next step.</summary>
    public ReplicaStatus Apply(DepthDiff diff)
    {
        var isLate = diff.Previous < Sequence && diff.Sequence <= Sequence;
        if (_isCurrent && isLate)
            return ReplicaStatus.Repeated;
        if (!_isCurrent || diff.Previous != Sequence)
        {
            Clear();
            return ReplicaStatus.Gap;
        }
        Change(_bids, diff.Bids, Side.Buy);
        Change(_asks, diff.Asks, Side.Sell);
        return Prove(diff.Sequence, diff.Checksum);
    }

    private ReplicaStatus Prove(long sequence, uint checksum)
    {
        if (DepthChecksum.Of(Bids, Asks) != checksum)
        {
            Clear();
            return ReplicaStatus.Corrupt;
        }
        Sequence = sequence;
        _isCurrent = true;
        return ReplicaStatus.Current;
    }

    private void Clear()
    {
        _bids.Clear();
        _asks.Clear();
        _isCurrent = false;
    }

    private static void Change(
        List<DepthLevel> levels, ReadOnlySpan<DepthLevel> changes, Side side)
    {
        // Both are best first: what a change passes by, the next one need not look at again.
        var at = 0;
        foreach (ref readonly var change in changes)
        {
            while (at < levels.Count && levels[at].Price.IsBetterThan(change.Price, side))
                at++;
            var exists = at < levels.Count && levels[at].Price == change.Price;
            if (change.Quantity == Quantity.Zero)
                levels.RemoveRange(at, exists ? 1 : 0);
            else if (exists)
                levels[at] = change;
            else
                levels.Insert(at, change);
        }
    }
}
