using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MarketMaker.Engine;

/// <summary>States what the engine relies on. Always on: a broken invariant is a bug, and going on
/// with wrong money is worse than ending the turn.</summary>
public static class Invariant
{
    /// <summary>Ends the turn when the condition does not hold.</summary>
    /// <param name="condition">What must be true.</param>
    /// <param name="text">The condition's source, filled in by the compiler.</param>
    /// <exception cref="InvariantBrokenException">The condition is false.</exception>
    public static void Holds(
        [DoesNotReturnIf(false)] bool condition,
        [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        if (!condition)
            Break(text);
    }

    // Apart, so that the check itself is small enough to be compiled in place.
    [DoesNotReturn]
    private static void Break(string text) => throw new InvariantBrokenException(text);
}
