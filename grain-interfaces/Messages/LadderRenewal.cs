using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>A maker's word that its last ladder is still what it wants.</summary>
/// <param name="Owner">Whose ladder.</param>
/// <param name="Epoch">The epoch of the mass quote that brought it.</param>
/// <param name="Sequence">Its sequence.</param>
/// <param name="Lease">For how long it stands from now on.</param>
/// <param name="Reference">The reference that it is still good for; unknown if there is none.
/// </param>
/// <param name="HeardAt">When the reference was heard.</param>
[GenerateSerializer, Immutable, Alias("LadderRenewal")]
public sealed record LadderRenewal(
    [property: Id(0)] AccountId Owner,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long Sequence,
    [property: Id(3)] QuoteLease Lease,
    [property: Id(4)] Mark Reference,
    [property: Id(5)] Instant HeardAt);
