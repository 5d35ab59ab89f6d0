using MarketMaker.Api.Books;
using MarketMaker.Api.Inventory;
using MarketMaker.Api.Pairs;
using MarketMaker.Api.Statistics;
using MarketMaker.Api.Trades;

namespace MarketMaker.Api.Events;

/// <summary>A pair at a moment. When the pair does not answer, only its name and the problem are
/// there.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Problem">Why there is nothing else; null when there is.</param>
/// <param name="Status">What the maker does, and why, with its ladder.</param>
/// <param name="Book">The top of the book.</param>
/// <param name="Inventory">What the maker has.</param>
/// <param name="Statistics">What was measured, with profit and loss.</param>
/// <param name="Trades">The latest, newest first.</param>
public sealed record PairEvent(
    string Pair,
    string? Problem,
    PairDocument? Status = null,
    BookDocument? Book = null,
    InventoryDocument? Inventory = null,
    StatisticsDocument? Statistics = null,
    IReadOnlyList<TradeDocument>? Trades = null);
