namespace MarketMaker.Api.Safeguards;

/// <summary>Whether a market trades.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Halted">Whether it accepts nothing but cancelling.</param>
/// <param name="Reason">Why; null while it trades.</param>
public sealed record HaltDocument(string Pair, bool Halted, string? Reason);
