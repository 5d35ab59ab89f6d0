namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>A parameter of a rule, on a pair.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">For people; empty for none.</param>
/// <param name="Value">What is in force.</param>
/// <param name="Default">What it is where nothing is said.</param>
/// <param name="Min">The smallest allowed value.</param>
/// <param name="Max">The largest allowed value.</param>
[GenerateSerializer, Immutable, Alias("RuleParameterView")]
public sealed record RuleParameterView(
    [property: Id(0)] string Name,
    [property: Id(1)] string Unit,
    [property: Id(2)] double Value,
    [property: Id(3)] double Default,
    [property: Id(4)] double Min,
    [property: Id(5)] double Max);
