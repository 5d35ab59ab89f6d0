namespace MarketMaker.Api.Trades;

/// <summary>A stretch of a pair's trade log.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="LastTrade">The log's last number: with after there is more to ask for if the page
/// ends before it.</param>
/// <param name="Trades">Without gaps in their numbers.</param>
public sealed record TradesDocument(
    string Pair, long LastTrade, IReadOnlyList<TradeDocument> Trades);
