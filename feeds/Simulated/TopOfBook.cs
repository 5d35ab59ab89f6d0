namespace MarketMaker.Feeds.Simulated;

/// <summary>A simulated venue's best prices, in the process's own ticks and lots.</summary>
/// <param name="UpdateId">Grows with every change.</param>
/// <param name="BidTicks">The best bid; at least 1, below the ask.</param>
/// <param name="BidLots">What is wanted there; at least 1.</param>
/// <param name="AskTicks">The best ask.</param>
/// <param name="AskLots">What is offered there; at least 1.</param>
public readonly record struct TopOfBook(
    long UpdateId, long BidTicks, long BidLots, long AskTicks, long AskLots);
