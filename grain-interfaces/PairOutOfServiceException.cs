namespace MarketMaker.GrainInterfaces;

/// <summary>The pair's market cannot start from what is stored of it. Nothing happened, and nothing
/// will before an operator has mended it and the process has started again.</summary>
[GenerateSerializer, Alias("PairOutOfService")]
public sealed class PairOutOfServiceException : Exception
{
    /// <summary>Makes the exception without saying why.</summary>
    public PairOutOfServiceException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public PairOutOfServiceException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="inner">What led to it.</param>
    public PairOutOfServiceException(string message, Exception inner) : base(message, inner)
    {
    }
}
