using System.IO.Hashing;
using System.Text;
using Orleans.Runtime.Placement;

namespace MarketMaker.Grains.Placement;

/// <summary>Chooses the silo of a new activation: the hinted one if it can run the grain, else the
/// winner of a rendezvous hash between the grain's key and the silos.</summary>
/// <remarks>
/// The grain's type is left out of the hash, so a maker and an engine of one key choose alike
/// without knowing each other. Rendezvous hashing moves only the keys of a silo that leaves, and
/// gives a silo that joins only what it wins.
/// <para>The hash is over text, the same in every process and after every restart; the silo's
/// address is taken without its start time, so a restarted silo gets its keys back.</para>
/// Source: Thaler and Ravishankar, A Name-Based Mapping Scheme for Rendezvous, 1996.
/// </remarks>
public sealed class AnchoredPlacementDirector : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(
        PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        SiloAddress[] silos = context.GetCompatibleSilos(target);
        SiloAddress? hint = IPlacementDirector.GetPlacementHint(target.RequestContextData, silos);
        return Task.FromResult(hint ?? Choose(target.GrainIdentity.Key, silos));
    }

    /// <summary>The silo with the highest score for a key; the order of the silos is immaterial.
    /// </summary>
    /// <param name="key">The grain's key, without its type.</param>
    /// <param name="silos">The candidates, at least one.</param>
    public static SiloAddress Choose(IdSpan key, IReadOnlyCollection<SiloAddress> silos) =>
        // Equal scores of 64 bits are as good as impossible; the address decides them all the same.
        silos.OrderByDescending(silo => Score(key, silo)).ThenBy(silo => silo).First();

    private static ulong Score(IdSpan key, SiloAddress silo) =>
        XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{key}@{silo.Endpoint}"));
}
