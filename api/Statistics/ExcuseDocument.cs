using MarketMaker.Engine.Market;

namespace MarketMaker.Api.Statistics;

/// <summary>How long a maker did not have to quote, for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Seconds">How long.</param>
public sealed record ExcuseDocument(PauseReason Reason, decimal Seconds);
