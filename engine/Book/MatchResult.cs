using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>What became of an incoming order in the match loop.</summary>
/// <param name="Filled">What has traded.</param>
/// <param name="Remaining">What is left of it.</param>
/// <param name="Spent">What it has paid out of what it held.</param>
/// <param name="IsStopped">Whether the rest may not stay: it met an order of its own group.</param>
internal readonly record struct MatchResult(
    Quantity Filled, Quantity Remaining, Stake Spent, bool IsStopped);
