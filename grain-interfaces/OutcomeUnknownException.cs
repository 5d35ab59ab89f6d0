namespace MarketMaker.GrainInterfaces;

/// <summary>The engine stepped down before it could say that its answer is durable: the command
/// was carried out, or it was not. The engine's next activation, which the next call starts, knows.
/// An order that was named is repeated with the same client order id: it is carried out once, and
/// its first answer comes back. A transfer is repeated with the same number.</summary>
[GenerateSerializer, Alias("OutcomeUnknown")]
public sealed class OutcomeUnknownException : Exception
{
    /// <summary>Makes the exception without naming the pair.</summary>
    public OutcomeUnknownException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="pair">The pair's name.</param>
    public OutcomeUnknownException(string pair)
        : base(
            $"The engine of {pair} has stepped down; whether the command was carried out is not "
            + "known. Repeat it: an order with the same client order id is carried out once.")
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="inner">What led to it.</param>
    public OutcomeUnknownException(string message, Exception inner) : base(message, inner)
    {
    }
}
