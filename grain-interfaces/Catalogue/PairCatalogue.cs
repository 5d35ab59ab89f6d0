using System.Diagnostics.CodeAnalysis;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Catalogue;

/// <summary>The pairs that the exchange lists; the same on every silo.</summary>
public sealed class PairCatalogue
{
    private readonly Dictionary<PairId, PairListing> _listings;
    private readonly SortedSet<AssetId> _assets;

    /// <summary>Makes a catalogue.</summary>
    /// <exception cref="ArgumentException">A pair is listed twice.</exception>
    public PairCatalogue(IEnumerable<PairListing> listings)
    {
        _listings = listings.ToDictionary(listing => listing.Spec.Id);
        _assets =
        [
            .. _listings.Keys.SelectMany(pair => (string[])[pair.BaseAsset, pair.QuoteAsset])
                .Select(AssetId.Parse),
        ];
    }

    /// <summary>Every listing, by name.</summary>
    public IEnumerable<PairListing> Listings =>
        _listings.Values.OrderBy(listing => listing.Spec.Id.ToString(), StringComparer.Ordinal);

    /// <summary>Every asset of a listing, by name.</summary>
    public IReadOnlyCollection<AssetId> Assets => _assets;

    /// <summary>Finds a listing.</summary>
    public bool TryFind(PairId pair, [NotNullWhen(true)] out PairListing? listing) =>
        _listings.TryGetValue(pair, out listing);

    /// <summary>Finds a listing that must exist.</summary>
    /// <exception cref="UnknownPairException">The exchange does not list the pair.</exception>
    public PairListing Get(PairId pair) =>
        TryFind(pair, out var listing) ? listing : throw new UnknownPairException(pair.ToString());
}
