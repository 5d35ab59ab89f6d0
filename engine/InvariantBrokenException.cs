namespace MarketMaker.Engine;

/// <summary>A bug: something that the engine relies on was not so.</summary>
public sealed class InvariantBrokenException : Exception
{
    /// <summary>Makes the exception without saying what broke.</summary>
    public InvariantBrokenException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="condition">The condition that did not hold.</param>
    public InvariantBrokenException(string condition) : base($"Does not hold: {condition}")
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="condition">The condition that did not hold.</param>
    /// <param name="inner">What led to it.</param>
    public InvariantBrokenException(string condition, Exception inner)
        : base($"Does not hold: {condition}", inner)
    {
    }
}
