using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Grains.State;

/// <summary>What a market keeps: it lives in memory, and its journal makes it again.</summary>
internal sealed class MatchingEngineState
{
    private MatchingEngineState(DurableMarket market, PairJournal journal)
    {
        (Market, Journal) = (market, journal);
        Readable = market.Engine.LastFill;
    }

    /// <summary>The market.</summary>
    public DurableMarket Market { get; }

    /// <summary>Its journal.</summary>
    public PairJournal Journal { get; }

    /// <summary>The last trade that is known to be durable: nobody is told of later ones.</summary>
    public long Readable { get; set; }

    private MatchingEngine Engine => Market.Engine;

    /// <summary>Begins a life of the market with what is stored of it.</summary>
    /// <exception cref="CorruptJournalException">What is stored is damaged.</exception>
    /// <exception cref="MarketMismatchException">It does not fit the listing.</exception>
    public static async Task<MatchingEngineState> Recover(
        JournalWriter journals, PairListing listing, CancellationToken cancellation)
    {
        var (journal, stored) = await journals.Open(listing.Spec, cancellation);
        return new MatchingEngineState(
            DurableMarket.Recover(listing.Spec, listing.Fees, stored), journal);
    }

    /// <summary>Takes down what the last command has changed for good.</summary>
    /// <returns>Whether there was anything.</returns>
    public bool Record(Instant now) => Journal.Record(Market, now);

    /// <summary>Durable trades after a number, oldest first.</summary>
    public Fill[] FillsAfter(long number, int limit) => Durable(Market.Log.After(number, limit));

    /// <summary>The latest durable trades, oldest first.</summary>
    public Fill[] LatestFills(int limit)
    {
        var waiting = (int)Math.Min(Engine.LastFill - Readable, int.MaxValue - limit);
        var latest = Durable(Market.Log.Latest(limit + waiting));
        return latest.Length <= limit ? latest : latest[^limit..];
    }

    private Fill[] Durable(Fill[] fills)
    {
        var count = fills.Length;
        while (count > 0 && fills[count - 1].Number > Readable)
            count--;
        return count == fills.Length ? fills : fills[..count];
    }
}
