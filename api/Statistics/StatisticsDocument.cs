using MarketMaker.Api.Json;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Statistics;

/// <summary>What was measured on a pair.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Volume24h">Traded in 24 hours, in the base asset.</param>
/// <param name="Turnover24h">Traded in 24 hours, in the quote asset.</param>
/// <param name="VenueFees">What the venue has earned of the pair, in the quote asset; negative when
/// rebates outweigh fees.</param>
/// <param name="Trades">How many trades the pair has seen.</param>
/// <param name="Fills">How many of them the maker was part of.</param>
/// <param name="SpreadCaptured">What the maker's trades gained against the reference price at
/// their moment, in the quote asset.</param>
/// <param name="EffectiveSpreadBps">2 × spread captured / filled notional × 10 000, to four
/// digits; null before the maker's first trade.</param>
/// <param name="Pnl">The maker's profit and loss.</param>
/// <param name="Ticks">How many reference prices were handled since the maker woke.</param>
/// <param name="ConflatedTicks">How many were overwritten by newer ones before that.</param>
/// <param name="MissedTicks">How many were lost: 0.</param>
/// <param name="Requotes">How many ladders the engine has acknowledged.</param>
/// <param name="Orders">What these did to the maker's orders.</param>
/// <param name="RuleFaults">How often the quoting rule failed; nothing of such a tick was sent.
/// </param>
/// <param name="FirstTickAt">When the first reference price was handled; null before.</param>
/// <param name="FirstLadderAt">When the first ladder was acknowledged; null before.</param>
/// <param name="Obligations">How well the maker has met its obligations; null before its first
/// ladder.</param>
/// <param name="CrossedBooks">How often a best bid was seen at or above a best ask: 0.</param>
/// <param name="SelfTrades">How often an account traded with itself: 0.</param>
public sealed record StatisticsDocument(
    string Pair,
    decimal Volume24h,
    decimal Turnover24h,
    decimal VenueFees,
    long Trades,
    long Fills,
    decimal SpreadCaptured,
    decimal? EffectiveSpreadBps,
    ProfitAndLossDocument Pnl,
    long Ticks,
    long ConflatedTicks,
    long MissedTicks,
    long Requotes,
    OrderChangesDocument Orders,
    long RuleFaults,
    DateTimeOffset? FirstTickAt,
    DateTimeOffset? FirstLadderAt,
    ObligationsDocument? Obligations,
    long CrossedBooks,
    long SelfTrades)
{
    internal static StatisticsDocument From(
        PairSpec spec, MarketStatistics market, MakerStatistics maker)
    {
        var books = ProfitAndLossDocument.From(spec, maker.ProfitAndLoss);
        return new StatisticsDocument(
            spec.Id.ToString(),
            spec.ToDecimal(market.Volume),
            spec.ToDecimal(market.Turnover),
            spec.ToDecimal(market.VenueFees),
            market.LastFill,
            maker.Fills,
            books.Spread,
            EffectiveSpread(maker.ProfitAndLoss),
            books,
            maker.Ticks,
            maker.ConflatedTicks,
            maker.MissedTicks,
            maker.Requotes,
            OrderChangesDocument.From(maker.Changes),
            maker.RuleFaults,
            TimeOf(maker.FirstTick),
            TimeOf(maker.FirstLadder),
            market.Obligations is { } report ? ObligationsDocument.From(report) : null,
            market.Crossings,
            market.SelfTrades);
    }

    /// <summary>Spread is in half tick·lots, turnover in tick·lots: the 2 of the formula is in the
    /// units.</summary>
    private static decimal? EffectiveSpread(in ProfitAndLoss books) =>
        books.Turnover > Notional.Zero
            ? Fractions.BasisPoints(
                (decimal)books.Spread.HalfTickLots / books.Turnover.TickLots)
            : null;

    private static DateTimeOffset? TimeOf(Instant instant) =>
        instant == default ? null : instant.ToDateTimeOffset();
}
