namespace MarketMaker.Grains.State;

/// <summary>A named cell of a rule as it is stored.</summary>
/// <param name="Kind">What its numbers mean.</param>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its numbers, bit for bit; not to be changed.</param>
[GenerateSerializer, Immutable, Alias("CellState")]
public sealed record CellState(
    [property: Id(0)] int Kind, [property: Id(1)] string Name, [property: Id(2)] double[] Values);
