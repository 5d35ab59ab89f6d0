namespace MarketMaker.Engine.Book;

/// <summary>What is stored of a pair is whole, and does not fit what the exchange lists now. The
/// pair must not start: amounts would mean something else, or orders could not be paid for.
/// </summary>
public sealed class MarketMismatchException : Exception
{
    /// <summary>Makes the exception without saying what does not fit.</summary>
    public MarketMismatchException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What does not fit what.</param>
    public MarketMismatchException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What does not fit what.</param>
    /// <param name="inner">What led to it.</param>
    public MarketMismatchException(string message, Exception inner) : base(message, inner)
    {
    }
}
