using MarketMaker.Api;
using MarketMaker.Engine.Market;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Silo.Lifecycle;

/// <summary>Ready: this silo is active, and every pair that starts with it quotes or has a reason
/// not to. A pair out of service is one: the others go on.</summary>
internal sealed class SiloReadiness(
    IGrainFactory grains,
    PairCatalogue catalogue,
    ILocalSiloDetails silo,
    IClusterMembershipService membership) : IReadiness
{
    public async ValueTask<Readiness> Check(CancellationToken cancellationToken)
    {
        var status = membership.CurrentSnapshot.GetSiloStatus(silo.SiloAddress);
        if (status != SiloStatus.Active)
            return new Readiness(false, $"The silo is {status}.");
        var starting = catalogue.Listings.Where(listing => listing.StartsWithSilo);
        var states = await Task.WhenAll(
            starting.Select(listing => Look(listing, cancellationToken)));
        var told = states.OfType<Readiness>().ToList();
        return told.Count == 0
            ? new Readiness(true, "The silo is active and its pairs are made.")
            : new Readiness(
                told.All(state => state.IsReady),
                string.Join(" ", told.Select(state => state.Explanation)));
    }

    /// <returns>What a pair waits for, or why it is not waited for; null when it is made.</returns>
    private async Task<Readiness?> Look(PairListing listing, CancellationToken cancellation)
    {
        var pair = listing.Spec.Id.ToString();
        try
        {
            var status = await grains.GetGrain<IPairMakerGrain>(pair).GetStatus().AsTask()
                .WaitAsync(cancellation);
            var excused = status.Reason is not (PauseReason.None or PauseReason.NoReference);
            return status.IsQuoting || excused
                ? null
                : new Readiness(false, $"{pair}: {status.Explanation}");
        }
        catch (PairOutOfServiceException error)
        {
            return new Readiness(true, error.Message);
        }
    }
}
