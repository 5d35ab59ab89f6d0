using MarketMaker.Api.Pairs;
using MarketMaker.Api.Statistics;
using MarketMaker.Engine.Units;
using MarketMaker.GrainInterfaces.Messages;

namespace MarketMaker.Api.Quotes;

/// <summary>A maker's complete resulting ladder.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Account">Whose ladder.</param>
/// <param name="Market">Which life of the market answers.</param>
/// <param name="LastTrade">The ladder reflects all trades up to this number.</param>
/// <param name="Changes">What was done to the account's orders.</param>
/// <param name="Quotes">Each level's fate: bids, then asks, each best first.</param>
public sealed record LadderDocument(
    string Pair,
    string Account,
    long Market,
    long LastTrade,
    OrderChangesDocument Changes,
    IReadOnlyList<QuoteDocument> Quotes)
{
    internal static LadderDocument From(Market market, AccountId account, MassQuoteReply reply) =>
        new(
            market.Name,
            account.ToString(),
            reply.Market,
            reply.LastFill,
            OrderChangesDocument.From(reply.Change),
            [.. reply.Reports.Select(report => QuoteDocument.From(market.Spec, report))]);
}
