using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Tests;

/// <summary>Answers as a rule would give them, without a rule.</summary>
internal static class Answers
{
    /// <summary>An answer to a tick with this reference: prices and sizes, best first.</summary>
    public static Quotes About(
        double mid, (double Price, double Size)[] bids, (double Price, double Size)[] asks)
    {
        var quotes = new Quotes();
        quotes.Begin();
        foreach (var (price, size) in bids)
            quotes.Bid(price, size);
        foreach (var (price, size) in asks)
            quotes.Ask(price, size);
        quotes.End(mid);
        return quotes;
    }
}
