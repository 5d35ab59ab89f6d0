namespace MarketMaker.Grains.Journal;

/// <summary>A pair's journal does not take any more from this activation, and whether it took what
/// it was given last is not known: the next activation reads the truth.</summary>
public sealed class JournalLostException : Exception
{
    /// <summary>Makes the exception without a reason.</summary>
    public JournalLostException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public JournalLostException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="inner">What led to it.</param>
    public JournalLostException(string message, Exception? inner) : base(message, inner)
    {
    }
}
