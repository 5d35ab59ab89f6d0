namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>What a rule's fills had gained a while after they were made, before fees.</summary>
/// <param name="Seconds">How long after.</param>
/// <param name="Fills">How many of them are so old.</param>
/// <param name="Gain">The gain, in the quote asset.</param>
[GenerateSerializer, Immutable, Alias("MarkoutView")]
public sealed record MarkoutView(
    [property: Id(0)] decimal Seconds,
    [property: Id(1)] long Fills,
    [property: Id(2)] decimal Gain);
