using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Api.Pairs;

/// <summary>A listed pair and whom to ask about it.</summary>
/// <param name="Listing">What the exchange says of the pair.</param>
/// <param name="Maker">Its market maker.</param>
/// <param name="Engine">Its matching engine.</param>
internal sealed record Market(
    PairListing Listing, IPairMakerGrain Maker, IMatchingEngineGrain Engine)
{
    /// <summary>What is traded.</summary>
    public PairSpec Spec => Listing.Spec;

    /// <summary>The pair's name.</summary>
    public string Name => Spec.Id.ToString();
}
