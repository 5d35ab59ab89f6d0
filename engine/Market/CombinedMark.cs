using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>What sources come to together.</summary>
/// <param name="Mark">Their price; unknown if there is none, or they disagree.</param>
/// <param name="Far">The numbers of those left out as too far from the rest, a bit each.</param>
/// <param name="Disagree">Whether no price can be had because they are too far apart.</param>
public readonly record struct CombinedMark(Mark Mark, int Far, bool Disagree);
