using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Api.Pairs;

/// <summary>Finds the market of a pair's name.</summary>
internal sealed class Markets(PairCatalogue catalogue, IGrainFactory grains)
{
    /// <summary>All that the exchange lists, by name.</summary>
    public IEnumerable<Market> Listed => catalogue.Listings.Select(Open);

    /// <summary>The names of those that have a maker.</summary>
    public ValueTask<IReadOnlyList<string>> ListActive() =>
        grains.GetGrain<IDirectoryGrain>(IDirectoryGrain.Pairs).List();

    /// <summary>Finds a market; lower case is accepted.</summary>
    /// <exception cref="UnknownPairException">The exchange does not list the pair.</exception>
    public Market Get(string pair) =>
        TryFind(pair, out var market) ? market : throw new UnknownPairException(pair);

    /// <summary>Finds a market, if the exchange lists the pair; lower case is accepted.</summary>
    public bool TryFind(string pair, [NotNullWhen(true)] out Market? market)
    {
        market = PairId.TryParse(pair, out var id) && catalogue.TryFind(id, out var listing)
            ? Open(listing)
            : null;
        return market is not null;
    }

    private Market Open(PairListing listing)
    {
        var name = listing.Spec.Id.ToString();
        return new Market(
            listing,
            grains.GetGrain<IPairMakerGrain>(name),
            grains.GetGrain<IMatchingEngineGrain>(name));
    }
}
