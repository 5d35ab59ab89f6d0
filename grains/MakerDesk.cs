using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;
using MarketMaker.GrainInterfaces.Messages;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Grains;

/// <summary>The way between a maker and the engine next door: ladders go there, places and trades
/// come back. Used from the maker's own turns only.</summary>
/// <param name="engine">The engine.</param>
/// <param name="listing">The pair.</param>
/// <param name="maker">Whose ladders, and who hears of the trades.</param>
/// <param name="epoch">The maker's life: the engine takes nothing from an earlier one.</param>
internal sealed class MakerDesk(
    IMatchingEngineGrain engine, PairListing listing, PairMaker maker, long epoch)
{
    private const int RenewalsPerLease = 4;

    private long _sequence;
    private long _market;
    private Instant _renewAt;

    private QuoteLease Lease => new(_market, listing.QuoteLease);

    /// <summary>The books of a maker that has none yet: its capital, and nothing earned.</summary>
    public static async Task<DeskBooks> OpenBooks(
        IMatchingEngineGrain engine, PairListing listing)
    {
        await engine.OpenAccount(DeskAccount.Id, listing.BaseCapital, listing.QuoteCapital);
        var balance = await engine.GetBalance(DeskAccount.Id);
        var log = await engine.GetLatestFills(1);
        Engine.Invariant.Holds(balance.HasValue);
        return new DeskBooks(log.LastFill, 0, balance.Value.Base, balance.Value.Quote, default);
    }

    /// <summary>Replaces the resting ladder by the one that the maker wants.</summary>
    /// <param name="excuse">Why the ladder is empty, if it is.</param>
    /// <param name="now">The time.</param>
    public async ValueTask<MassQuoteReply> Replace(PauseReason excuse, Instant now)
    {
        var reply = await Send(excuse, now);
        if (reply.Rejection != Rejection.StaleMarket)
            return reply;
        // The engine has begun another life since: it says which.
        _market = reply.Market;
        return await Send(excuse, now);
    }

    /// <summary>Says now and then that the ladder is still wanted: it would go otherwise.</summary>
    public async ValueTask Renew(Instant now)
    {
        if (maker.Resting.IsEmpty || now < _renewAt)
            return;
        _renewAt = now + listing.QuoteLease / RenewalsPerLease;
        var reply = await engine.RenewQuotes(new LadderRenewal(
            DeskAccount.Id, epoch, _sequence, Lease, maker.Reference, maker.HeardAt));
        if (reply.Rejection == Rejection.None)
            maker.OnPlaces(reply.Places, reply.LastFill, reply.BestBid, reply.BestAsk);
        else
            maker.OnNoReply();
    }

    /// <summary>Reads the trades that the books do not contain yet from the log.</summary>
    public async Task CatchUp()
    {
        FillPage page;
        do
        {
            page = await engine.GetFills(maker.Books.LastFill, FillPage.MaxFills);
            foreach (var fill in page.Fills)
                maker.OnFill(fill);
        }
        while (page.Fills.Length > 0 && maker.Books.LastFill < page.LastFill);
        Engine.Invariant.Holds(maker.Books.LastFill == page.LastFill);
    }

    private async ValueTask<MassQuoteReply> Send(PauseReason excuse, Instant now)
    {
        var quotes = new MassQuote(
            DeskAccount.Id, epoch, ++_sequence, maker.Bids.ToArray(), maker.Asks.ToArray(),
            excuse)
        {
            Lease = Lease,
            Reference = maker.Reference,
            HeardAt = maker.HeardAt,
        };
        _renewAt = now + listing.QuoteLease / RenewalsPerLease;
        try
        {
            return await engine.MassQuote(quotes);
        }
        catch
        {
            maker.OnNoReply();
            throw;
        }
    }
}
