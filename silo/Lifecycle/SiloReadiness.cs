using MarketMaker.Api;
using MarketMaker.Engine.Market;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Silo.Lifecycle;

/// <summary>Ready: this silo is active, and every pair that starts with it quotes or has a reason
/// not to.</summary>
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
        var waiting = states.OfType<string>().ToList();
        return waiting.Count == 0
            ? new Readiness(true, "The silo is active and its pairs are made.")
            : new Readiness(false, string.Join(" ", waiting));
    }

    /// <returns>What a pair waits for; null when it is ready.</returns>
    private async Task<string?> Look(PairListing listing, CancellationToken cancellation)
    {
        var pair = listing.Spec.Id.ToString();
        var status = await grains.GetGrain<IPairMakerGrain>(pair).GetStatus().AsTask()
            .WaitAsync(cancellation);
        var excused = status.Reason is not (PauseReason.None or PauseReason.NoReference);
        return status.IsQuoting || excused ? null : $"{pair}: {status.Explanation}";
    }
}
