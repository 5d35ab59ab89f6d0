using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>What is stored of a pair is not what was written. The pair must not start: it would
/// forget trades or money.</summary>
public sealed class CorruptJournalException : Exception
{
    /// <summary>Makes the exception without saying where.</summary>
    public CorruptJournalException()
    {
    }

    /// <summary>Makes the exception with a text of its own.</summary>
    public CorruptJournalException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with a text of its own and its cause.</summary>
    public CorruptJournalException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="pair">Whose journal it is.</param>
    /// <param name="sequence">The first record that cannot be trusted.</param>
    /// <param name="place">What holds it, such as "the row of records 1 to 20".</param>
    /// <param name="reason">What is wrong with it.</param>
    /// <param name="inner">What led to it.</param>
    public CorruptJournalException(
        PairId pair, long sequence, string place, string reason, Exception? inner = null)
        : base(
            $"The journal of {pair} is damaged at record {sequence} ({place}): {reason}. The pair "
            + "does not start, because it would forget what follows. Restore the database from a "
            + "backup, or follow 'A damaged journal' in docs/OPERATING.md.",
            inner) =>
        (Pair, Sequence) = (pair, sequence);

    /// <summary>Whose journal it is.</summary>
    public PairId Pair { get; }

    /// <summary>The first record that cannot be trusted.</summary>
    public long Sequence { get; }
}
