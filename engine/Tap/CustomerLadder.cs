using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Safeguards;

namespace MarketMaker.Engine.Tap;

/// <summary>A ladder of another maker than the market's own.</summary>
/// <param name="Epoch">Which life of it spoke.</param>
/// <param name="Sequence">Which of its ladders it is.</param>
/// <param name="Lease">For how long it stands.</param>
/// <param name="Bids">Best first.</param>
/// <param name="Asks">Best first.</param>
public sealed record CustomerLadder(
    long Epoch, long Sequence, QuoteLease Lease, Quote[] Bids, Quote[] Asks);
