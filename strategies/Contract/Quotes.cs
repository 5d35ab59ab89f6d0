namespace MarketMaker.Strategies.Contract;

/// <summary>A quoting rule's answer to one tick: the ladder it wants to rest.</summary>
/// <remarks>
/// Owned and reused by the host, one for each pair; nothing here allocates. A side that is left
/// empty is not quoted. Nothing is checked while the rule speaks: a bad level (or one too many)
/// makes the host discard the whole answer, so a faulty tick never quotes a part of a ladder. One
/// thread at a time.
/// </remarks>
public sealed class Quotes
{
    /// <summary>The most levels on each side; one more is a fault of the tick.</summary>
    public const int MaxLevels = 50;

    /// <summary>Wants to buy: the best (highest) price first, each next one lower.</summary>
    /// <param name="price">In the quote asset; more than 0.</param>
    /// <param name="size">In the base asset; more than 0.</param>
    public void Bid(double price, double size) => Bids.Add(price, size);

    /// <summary>Wants to sell: the best (lowest) price first, each next one higher.</summary>
    /// <param name="price">In the quote asset; more than 0.</param>
    /// <param name="size">In the base asset; more than 0.</param>
    public void Ask(double price, double size) => Asks.Add(price, size);

    /// <summary>Quotes no bid this tick, whatever else is said before or after.</summary>
    /// <param name="because">The reason, shown to operators; the first one given is kept.</param>
    public void PullBids(string because) => Bids.Pull(because);

    /// <summary>Quotes no ask this tick, whatever else is said before or after.</summary>
    /// <param name="because">The reason, shown to operators; the first one given is kept.</param>
    public void PullAsks(string because) => Asks.Pull(because);

    /// <summary>Why the bids were pulled; null when they were not.</summary>
    public string? BidsPulledBecause => Bids.PulledBecause;

    /// <summary>Why the asks were pulled; null when they were not.</summary>
    public string? AsksPulledBecause => Asks.PulledBecause;

    internal LadderSide Bids { get; } = new();

    internal LadderSide Asks { get; } = new();

    /// <summary>The reference that the answer is judged against; NaN while there is no whole
    /// answer, so that what a failing rule has said until then cannot be sound.</summary>
    internal double Mid { get; private set; } = double.NaN;

    /// <summary>Forgets the last answer.</summary>
    internal void Begin()
    {
        Mid = double.NaN;
        Bids.Clear();
        Asks.Clear();
    }

    /// <summary>The answer is whole, and about a tick with this reference.</summary>
    internal void End(double mid) => Mid = mid;
}
