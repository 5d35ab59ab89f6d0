namespace MarketMaker.Api.Strategies;

/// <summary>A quoting rule's name.</summary>
/// <param name="Name">What a configuration's strategy says to use it.</param>
/// <param name="BuiltIn">Whether a rule of this name ships with the product.</param>
public sealed record StrategySummary(string Name, bool BuiltIn);
