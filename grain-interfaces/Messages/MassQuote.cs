using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>A maker's whole ladder. The arrays are not changed after it is sent.</summary>
/// <param name="Owner">Whose ladder.</param>
/// <param name="Epoch">Which life of the maker speaks.</param>
/// <param name="Sequence">Rises by one with each mass quote of that life.</param>
/// <param name="Bids">Best first; none pulls the side.</param>
/// <param name="Asks">Best first; none pulls the side.</param>
/// <param name="Excuse">Why the ladder is empty, for the obligations meter.</param>
[GenerateSerializer, Immutable, Alias("MassQuote")]
public sealed record MassQuote(
    [property: Id(0)] AccountId Owner,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long Sequence,
    [property: Id(3)] Quote[] Bids,
    [property: Id(4)] Quote[] Asks,
    [property: Id(5)] PauseReason Excuse)
{
    /// <summary>For how long it stands.</summary>
    [Id(6)]
    public QuoteLease Lease { get; init; }

    /// <summary>The reference that it was made for; unknown if there is none.</summary>
    [Id(7)]
    public Mark Reference { get; init; }

    /// <summary>When the reference was heard.</summary>
    [Id(8)]
    public Instant HeardAt { get; init; }
}
