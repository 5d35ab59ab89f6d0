namespace MarketMaker.GrainInterfaces.Catalogue;

/// <summary>The exchange does not list the pair.</summary>
[GenerateSerializer, Alias("UnknownPair")]
public sealed class UnknownPairException : Exception
{
    /// <summary>Makes the exception without naming the pair.</summary>
    public UnknownPairException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="pair">The pair's name.</param>
    public UnknownPairException(string pair)
        : base($"The pair '{pair}' is not in the catalogue of pairs.")
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="inner">What led to it.</param>
    public UnknownPairException(string message, Exception inner) : base(message, inner)
    {
    }
}
