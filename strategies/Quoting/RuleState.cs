using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Quoting;

/// <summary>What one pair's rule remembers in cells, averages and windows: at most 256 of them,
/// and 4,096 values in windows. One thread at a time.</summary>
public sealed class RuleState
{
    private readonly IReadOnlyList<NamedCell> _cells;

    internal RuleState(IReadOnlyList<NamedCell> cells) => _cells = cells;

    /// <summary>That of a rule that remembers nothing.</summary>
    public static RuleState None { get; } = new([]);

    /// <summary>Whether there is nothing to save.</summary>
    public bool IsEmpty => _cells.Count == 0;

    /// <summary>A copy of everything, bit for bit.</summary>
    public IReadOnlyList<SavedCell> Save() =>
        [.. _cells.Select(cell => new SavedCell((int)cell.Kind, cell.Name, [.. cell.Values]))];

    /// <summary>Takes over what was saved, bit for bit, by this version or another.</summary>
    /// <param name="saved">What to take over. A cell that the rule does not declare under the same
    /// name with the same kind and size is passed over.</param>
    /// <remarks>What is not among it stays as it is: in a new rule, as its initialisers have set
    /// it.</remarks>
    public void Restore(IReadOnlyList<SavedCell> saved)
    {
        foreach (var cell in _cells)
        {
            var source = saved.FirstOrDefault(candidate =>
                candidate.Name == cell.Name && candidate.Kind == (int)cell.Kind
                && candidate.Values.Count == cell.Values.Length);
            for (var i = 0; i < source?.Values.Count; i++)
                cell.Values[i] = source.Values[i];
        }
    }
}
