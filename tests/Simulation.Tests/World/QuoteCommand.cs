using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;

namespace MarketMaker.Simulation.Tests.World;

/// <summary>A maker's whole ladder on its way to the engine.</summary>
internal sealed record QuoteCommand(
    long Epoch, long Sequence, Quote[] Bids, Quote[] Asks, PauseReason Excuse);
