namespace MarketMaker.Strategies.Quoting;

/// <summary>A parameter as a rule declares it.</summary>
/// <param name="Name">A small letter, then up to 31 letters and digits.</param>
/// <param name="Unit">For people; empty for none.</param>
/// <param name="Default">What it is where nothing is said; within the range.</param>
/// <param name="Min">The smallest allowed value.</param>
/// <param name="Max">The largest allowed value.</param>
public sealed record RuleParameter(
    string Name, string Unit, double Default, double Min, double Max);
