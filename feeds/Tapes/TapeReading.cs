namespace MarketMaker.Feeds.Tapes;

/// <summary>What came of reading a tape.</summary>
public sealed class TapeReading
{
    /// <summary>The most damages that are named.</summary>
    public const int MaxNamed = 10;

    private readonly List<TapeDamage> _firstDamages = [];

    /// <summary>Lines read.</summary>
    public long Lines { get; internal set; }

    /// <summary>Events that were handed out.</summary>
    public long Events { get; internal set; }

    /// <summary>Frames of other pairs, and such as tell nothing of prices.</summary>
    public long Ignored { get; internal set; }

    /// <summary>Quotes that were not newer than the one before.</summary>
    public long Stale { get; internal set; }

    /// <summary>Quotes whose bid was not below their ask.</summary>
    public long Crossed { get; internal set; }

    /// <summary>Lines that were skipped because they could not be read.</summary>
    public long Damaged { get; private set; }

    /// <summary>The first of those; at most <see cref="MaxNamed"/>.</summary>
    public IReadOnlyList<TapeDamage> FirstDamages => _firstDamages;

    /// <summary>Why, and where, a file was not read to its end; null if all were.</summary>
    public TapeDamage? EndedEarly { get; internal set; }

    internal void Count(TapeDamage damage)
    {
        Damaged++;
        if (_firstDamages.Count < MaxNamed)
            _firstDamages.Add(damage);
    }
}
