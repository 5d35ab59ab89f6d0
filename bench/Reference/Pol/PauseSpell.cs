using MarketMaker.Engine.Market;

namespace MarketMaker.Bench.Reference.Pol;

/// <summary>For how long nothing was quoted, for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Second">When it began, in seconds since the table's first.</param>
/// <param name="Length">How long it lasted.</param>
internal sealed record PauseSpell(PauseReason Reason, double Second, TimeSpan Length);
