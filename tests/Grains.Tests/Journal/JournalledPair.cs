using MarketMaker.Engine.Book;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Grains.Tests.Journal;

/// <summary>A market with its journal, as a grain has them, and one rich account.</summary>
internal sealed record JournalledPair(
    PairId Id, DurableMarket Market, PairJournal Journal, AccountId Account)
{
    public static async Task<JournalledPair> Open(
        JournalWriter writer, PairId id, AccountId account)
    {
        var spec = new PairSpec(id, 1m, 1m, new Price(1_000), new Quantity(1_000));
        var (journal, stored) = await writer.Open(spec, CancellationToken.None);
        var market = DurableMarket.Recover(spec, default, stored);
        var pair = new JournalledPair(id, market, journal, account);
        market.Engine.OpenAccount(account, new Quantity(1_000_000_000), default);
        market.Describe(account);
        journal.Record(market, default);
        await journal.Tail;
        return pair;
    }

    /// <summary>Rests an order.</summary>
    /// <returns>Whether that was taken down.</returns>
    public bool Place()
    {
        Market.Place(
            new NewOrder(Account, Side.Sell, OrderKind.Limit, new Price(5), new Quantity(1)),
            default);
        return Journal.Record(Market, default);
    }
}
