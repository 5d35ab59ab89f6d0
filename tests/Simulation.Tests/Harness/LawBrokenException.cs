namespace MarketMaker.Simulation.Tests.Harness;

/// <summary>Something that must always be so was not.</summary>
internal sealed class LawBrokenException(string law, string how) : Exception($"{law}: {how}");
