namespace MarketMaker.Simulation.Tests.Transfers;

/// <summary>A side died in the midst of a step.</summary>
internal sealed class CrashedException(string where) : Exception(where);
