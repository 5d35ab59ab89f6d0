using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Safeguards;

/// <summary>The market took all of an owner's quotes out by itself.</summary>
/// <param name="Owner">Whose they were.</param>
/// <param name="Reason">Why.</param>
/// <param name="Quotes">How many rested.</param>
public readonly record struct LadderPull(AccountId Owner, PullReason Reason, int Quotes);
