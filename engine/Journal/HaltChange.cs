namespace MarketMaker.Engine.Journal;

/// <summary>The market was halted, or goes on.</summary>
/// <param name="Reason">Why it is halted; null when it trades.</param>
public readonly record struct HaltChange(string? Reason);
