using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>One level of a maker's ladder, placed, changed or taken out.</summary>
/// <param name="Owner">Whose ladder.</param>
/// <param name="Epoch">Which life of the maker speaks.</param>
/// <param name="Sequence">Rises by one with each ladder and each change of that life.</param>
/// <param name="Quote">What shall rest at its price; with quantity 0, nothing.</param>
/// <param name="Lease">For how long the whole ladder stands from now on.</param>
[GenerateSerializer, Immutable, Alias("QuoteChange")]
public sealed record QuoteChange(
    [property: Id(0)] AccountId Owner,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long Sequence,
    [property: Id(3)] Quote Quote,
    [property: Id(4)] QuoteLease Lease);
