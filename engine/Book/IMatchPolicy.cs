using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What matching does besides keeping order. Implemented by structs, so that the loop is
/// compiled for each and what a policy leaves empty costs nothing.</summary>
internal interface IMatchPolicy
{
    /// <summary>Decides about the order that is first in line.</summary>
    /// <param name="maker">The slot of the resting order.</param>
    /// <param name="remaining">What the incoming order still wants; may be lowered.</param>
    /// <param name="part">How much they trade; at least one lot, at most what either has.</param>
    Encounter Meet(int maker, ref Quantity remaining, out Quantity part);

    /// <summary>Settles a trade. The book still shows the resting order as it was.</summary>
    void Trade(int maker, Quantity part);

    /// <summary>Whether a resting order that has traded all it showed has shown more, at the end
    /// of its queue (<see cref="OrderBook.Requeue"/>), instead of being gone.</summary>
    bool TryRefill(int maker);
}
