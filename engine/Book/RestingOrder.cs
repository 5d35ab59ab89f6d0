using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>An order that rests in the book.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Account">Whose it is.</param>
/// <param name="Side">The side that it rests on.</param>
/// <param name="Price">Its price.</param>
/// <param name="Remaining">What has not traded yet; at least one lot.</param>
/// <param name="IsQuote">Whether it is a level of a maker's ladder: memory only, gone with the
/// process.</param>
public readonly record struct RestingOrder(
    OrderId Id, AccountId Account, Side Side, Price Price, Quantity Remaining, bool IsQuote);
