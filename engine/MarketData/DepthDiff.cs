using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.MarketData;

/// <summary>What turns one depth into a later one: the levels that are different, as they are
/// then.</summary>
/// <remarks>Quantities are absolute, so a diff over many commands is no larger than the levels
/// that they left changed. A level of quantity 0 has gone: nothing rests there, or it is no longer
/// among the best <see cref="Depth.MaxLevels"/>. A diff from a sequence to itself changes nothing
/// and proves that the line is alive and the copy right.</remarks>
public sealed class DepthDiff
{
    private readonly DepthLevel[] _bids;
    private readonly DepthLevel[] _asks;

    /// <summary>Makes a diff out of its parts, as they came over a wire.</summary>
    /// <param name="previous">The depth that it changes.</param>
    /// <param name="sequence">The depth that it leads to.</param>
    /// <param name="bids">Best first.</param>
    /// <param name="asks">Best first.</param>
    /// <param name="checksum">Of the depth that it leads to.</param>
    public DepthDiff(
        long previous, long sequence, DepthLevel[] bids, DepthLevel[] asks, uint checksum)
    {
        Previous = previous;
        Sequence = sequence;
        _bids = bids;
        _asks = asks;
        Checksum = checksum;
    }

    /// <summary>The depth that it changes.</summary>
    public long Previous { get; }

    /// <summary>The depth that it leads to.</summary>
    public long Sequence { get; }

    /// <summary>The bids that changed, best first.</summary>
    public ReadOnlySpan<DepthLevel> Bids => _bids;

    /// <summary>The asks that changed, best first.</summary>
    public ReadOnlySpan<DepthLevel> Asks => _asks;

    /// <summary>The <see cref="DepthChecksum"/> of the depth that it leads to.</summary>
    public uint Checksum { get; }

    /// <summary>Compares two depths of a pair, in time linear in their levels.</summary>
    public static DepthDiff Between(Depth before, Depth after) =>
        new(
            before.Sequence,
            after.Sequence,
            Compare(before.Bids, after.Bids, Side.Buy),
            Compare(before.Asks, after.Asks, Side.Sell),
            after.Checksum);

    /// <summary>Walks down both sides at once, always at the better of the two prices.</summary>
    private static DepthLevel[] Compare(
        ReadOnlySpan<DepthLevel> before, ReadOnlySpan<DepthLevel> after, Side side)
    {
        var changes = new List<DepthLevel>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var isOld = j == after.Length
                || i < before.Length && before[i].Price.IsBetterThan(after[j].Price, side);
            var isNew = !isOld
                && (i == before.Length || after[j].Price.IsBetterThan(before[i].Price, side));
            if (isOld)
                changes.Add(new DepthLevel(before[i].Price, Quantity.Zero, 0));
            else if (isNew || before[i] != after[j])
                changes.Add(after[j]);
            i += isNew ? 0 : 1;
            j += isOld ? 0 : 1;
        }
        return [.. changes];
    }
}
