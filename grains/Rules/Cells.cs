using MarketMaker.Grains.State;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains.Rules;

/// <summary>A rule's memory, to the disk and back, bit for bit.</summary>
internal static class Cells
{
    public static CellState[] Save(IQuotingRule? rule) =>
        rule is null || rule.State.IsEmpty
            ? []
            : [
                .. rule.State.Save().Select(
                    cell => new CellState(cell.Kind, cell.Name, [.. cell.Values])),
            ];

    public static void Restore(IQuotingRule rule, CellState[] cells)
    {
        if (cells.Length > 0)
        {
            rule.State.Restore(
                [.. cells.Select(cell => new SavedCell(cell.Kind, cell.Name, cell.Values))]);
        }
    }

    /// <summary>Whether two memories are the same, NaN and signs of zero included.</summary>
    public static bool AreSame(CellState[] left, CellState[] right) =>
        left.Length == right.Length
        && left.Zip(right).All(pair =>
            pair.First.Kind == pair.Second.Kind
            && pair.First.Name == pair.Second.Name
            && pair.First.Values.Select(BitConverter.DoubleToInt64Bits)
                .SequenceEqual(pair.Second.Values.Select(BitConverter.DoubleToInt64Bits)));
}
