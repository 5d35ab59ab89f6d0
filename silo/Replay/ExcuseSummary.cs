namespace MarketMaker.Silo.Replay;

/// <summary>How long a maker did not have to quote, and why.</summary>
internal sealed record ExcuseSummary(string Reason, double Seconds);
