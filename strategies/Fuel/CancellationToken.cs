using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MarketMaker.Strategies.Fuel;

namespace System.Threading;

/// <summary>What a script's compilation takes for the runtime's type of this name: its check for
/// cancellation counts steps.</summary>
/// <remarks>The C# compiler puts a call at the entry of each method and at the head of each loop
/// (<c>InstrumentationKind.ModuleCancellation</c>), by these names. No state of its own: the
/// compiler keeps one of these in a static field, which all instances of a rule share.</remarks>
public readonly struct CancellationToken
{
    /// <summary>Takes a step.</summary>
    /// <exception cref="FuelExhaustedException">There was none left.</exception>
    [SuppressMessage("Performance", "CA1822", Justification = "The compiler calls an instance.")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ThrowIfCancellationRequested()
    {
        if (--FuelTank.Left < 0)
            FuelExhaustedException.Throw();
    }
}
