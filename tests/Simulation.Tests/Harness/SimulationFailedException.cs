namespace MarketMaker.Simulation.Tests.Harness;

/// <summary>A run ended early; the message is all that is needed to see it again.</summary>
internal sealed class SimulationFailedException(
    ulong seed, long step, Trace trace, Exception cause)
    : Exception(
        $"seed={seed} step={step}\n{cause.Message}\n"
        + $"Again: {SimulationPlan.Variable}=\"seed={seed} step={step}\" dotnet test\n"
        + $"The last events:\n{trace.Tell()}",
        cause);
