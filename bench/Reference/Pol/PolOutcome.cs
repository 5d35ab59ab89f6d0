namespace MarketMaker.Bench.Reference.Pol;

/// <summary>What came of a replay.</summary>
internal sealed record PolOutcome
{
    /// <summary>How many prices were told.</summary>
    public required long Prints { get; init; }

    /// <summary>How many decisions the maker took.</summary>
    public required long Decisions { get; init; }

    /// <summary>For how long both sides were quoted.</summary>
    public required TimeSpan Quoted { get; init; }

    /// <summary>For how long of that on one source alone, wider and smaller.</summary>
    public required TimeSpan Alone { get; init; }

    /// <summary>Each pause, in order; the last may be under way.</summary>
    public required IReadOnlyList<PauseSpell> Pauses { get; init; }

    /// <summary>How often quotes came back, by themselves.</summary>
    public required int Returns { get; init; }

    /// <summary>The largest distance of the two venues, in basis points of the lower.</summary>
    public required double WidestSeenBps { get; init; }

    /// <summary>The largest distance of two sources whose mean was used.</summary>
    public required double WidestAveragedBps { get; init; }

    /// <summary>The oldest price that was quoted on.</summary>
    public required TimeSpan OldestQuotedOn { get; init; }

    /// <summary>How many prices were not believed when they came, by source.</summary>
    public required IReadOnlyList<long> Doubted { get; init; }

    /// <summary>The longest time for which a jump shut a source out, seen from outside.</summary>
    public required TimeSpan LongestLockOut { get; init; }

    /// <summary>How many decisions neither quoted nor gave a reason: 0.</summary>
    public required long WithoutReason { get; init; }

    /// <summary>All decisions as a number: equal numbers, equal replays.</summary>
    public required ulong Hash { get; init; }
}
