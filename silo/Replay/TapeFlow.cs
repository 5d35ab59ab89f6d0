using System.Collections.Frozen;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Tapes;
using MarketMaker.GrainInterfaces;
using MarketMaker.GrainInterfaces.Catalogue;

namespace MarketMaker.Silo.Replay;

/// <summary>Sends the tape's trades as customers' market orders: same side, scaled quantity.
/// </summary>
internal sealed class TapeFlow(decimal scale)
{
    private static readonly AccountId _account = AccountId.Parse("tape-customers");

    private FrozenDictionary<string, (PairSpec Spec, IMatchingEngineGrain Engine)> _markets =
        FrozenDictionary<string, (PairSpec, IMatchingEngineGrain)>.Empty;

    /// <summary>How many orders were sent.</summary>
    public long Orders { get; private set; }

    /// <summary>How many orders were refused or not filled to the end.</summary>
    public long Unfilled { get; private set; }

    /// <summary>How many trades were left out: of no pair that is made, or less than a lot.
    /// </summary>
    public long Skipped { get; private set; }

    /// <summary>Gives the customers enough to trade all day.</summary>
    public async Task Begin(IGrainFactory grains, IReadOnlyList<PairListing> pairs)
    {
        var markets = pairs.ToDictionary(
            pair => pair.VenueSymbol,
            pair => (pair.Spec, grains.GetGrain<IMatchingEngineGrain>(pair.Spec.Id.ToString())));
        foreach (var pair in pairs)
        {
            var (_, engine) = markets[pair.VenueSymbol];
            await engine.OpenAccount(
                _account,
                new Quantity(pair.BaseCapital.Lots * 1000),
                new Notional(pair.QuoteCapital.TickLots * 1000));
        }
        _markets = markets.ToFrozenDictionary();
    }

    /// <summary>Sends one trade's order.</summary>
    public async ValueTask Send(TapeTrade trade)
    {
        if (!_markets.TryGetValue(trade.Symbol, out var market)
            || market.Spec.QuantityRoundedDown(trade.Quantity * scale) is var quantity
                && quantity <= Quantity.Zero)
        {
            Skipped++;
            return;
        }
        var reply = await market.Engine.Place(
            NewOrder.Market(_account, trade.Aggressor, quantity));
        Orders++;
        if (reply.Result.Filled != quantity)
            Unfilled++;
    }
}
