using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.GrainInterfaces.Messages;

/// <summary>A market as it stands, to be followed from here by reading its tap.</summary>
/// <param name="Snapshot">All accounts and customers' orders; quotes are not among it.</param>
/// <param name="Epoch">Which life of the market.</param>
/// <param name="LastCommand">The last command of the tap that it contains.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("TappedMarket")]
public sealed record TappedMarket(
    [property: Id(0)] EngineSnapshot Snapshot,
    [property: Id(1)] long Epoch,
    [property: Id(2)] long LastCommand,
    [property: Id(3)] Instant At)
{
    /// <summary>The most accounts of a market that can be tapped: copying more would hold the
    /// market up.</summary>
    public const int MaxAccounts = 100_000;
}
