namespace MarketMaker.Strategies.Quoting;

/// <summary>A named cell of a rule as it is stored.</summary>
/// <param name="Kind">What its numbers mean: 0 a cell, 1 an average, 2 a window.</param>
/// <param name="Name">A small letter, then up to 31 letters and digits.</param>
/// <param name="Values">Its numbers, NaN and all bits included; not to be changed.</param>
public sealed record SavedCell(int Kind, string Name, IReadOnlyList<double> Values);
