using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Grpc;

/// <summary>Finds the market of a pair's name.</summary>
internal sealed class Markets(PairCatalogue catalogue, IGrainFactory grains)
{
    /// <summary>Finds a market; lower case is accepted.</summary>
    /// <exception cref="UnknownPairException">The exchange does not list the pair.</exception>
    public Market Get(string pair) =>
        PairId.TryParse(pair, out var id)
            ? new Market(
                catalogue.Get(id).Spec, grains.GetGrain<IMatchingEngineGrain>(id.ToString()))
            : throw new UnknownPairException(pair);
}
