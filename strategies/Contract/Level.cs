namespace MarketMaker.Strategies.Contract;

/// <summary>A level as the rule said it, before any check.</summary>
/// <param name="Price">In the quote asset.</param>
/// <param name="Size">In the base asset.</param>
internal readonly record struct Level(double Price, double Size);
