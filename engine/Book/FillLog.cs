namespace MarketMaker.Engine.Book;

/// <summary>The end of the numbered trade log: what a consumer may still have to read.</summary>
/// <remarks>It keeps every trade after the one that the maker's durable books contain, and at
/// least the last <see cref="Retained"/> for display. Not thread safe.</remarks>
public sealed class FillLog
{
    /// <summary>How many trades are kept although nobody needs them.</summary>
    public const int Retained = 1000;

    private readonly List<Fill> _fills;

    /// <summary>Opens a log.</summary>
    /// <param name="fills">What it holds already, numbered without a gap.</param>
    public FillLog(IEnumerable<Fill> fills) => _fills = [.. fills];

    /// <summary>Appends trades.</summary>
    /// <exception cref="InvariantBrokenException">They do not follow on.</exception>
    public void Append(ReadOnlySpan<Fill> fills)
    {
        foreach (ref readonly var fill in fills)
        {
            Invariant.Holds(_fills.Count == 0 || fill.Number == _fills[^1].Number + 1);
            _fills.Add(fill);
        }
    }

    /// <summary>Forgets what nobody needs any more.</summary>
    /// <param name="applied">The last trade that the maker's durable books contain.</param>
    public void Trim(long applied)
    {
        var needless = _fills.Count - Retained;
        // A quarter more than needed before anything moves, so that trimming costs little.
        if (needless < Retained / 4)
            return;
        var last = _fills.FindLastIndex(needless - 1, fill => fill.Number <= applied);
        _fills.RemoveRange(0, last + 1);
    }

    /// <summary>The trades after a number, oldest first.</summary>
    public Fill[] After(long number, int limit)
    {
        if (_fills.Count == 0)
            return [];
        var skip = (int)Math.Clamp(number + 1 - _fills[0].Number, 0, _fills.Count);
        return [.. _fills.Skip(skip).Take(limit)];
    }

    /// <summary>The latest trades, oldest first.</summary>
    public Fill[] Latest(int limit) => [.. _fills.TakeLast(limit)];

    /// <summary>All that is kept.</summary>
    public Fill[] Snapshot() => [.. _fills];
}
