namespace MarketMaker.Simulation.Tests.Days;

/// <summary>What is the matter with a simulated venue for a while.</summary>
internal enum VenueFault
{
    None,
    Mute,
    LineDown,
    Lagging,
    Crossed,
    NotTrading,
    UnknownSymbol,
    Rejected,
    Shifted,
    Jumpy,
    Late,
}
