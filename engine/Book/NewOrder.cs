using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>An order as its owner sends it.</summary>
/// <param name="Account">Who pays and is paid.</param>
/// <param name="Side">Buy or sell.</param>
/// <param name="Kind">How it behaves.</param>
/// <param name="Price">Its limit; ignored for <see cref="OrderKind.Market"/>.</param>
/// <param name="Quantity">Its size, 1 to <see cref="PairSpec.MaxQuantity"/>.</param>
public readonly record struct NewOrder(
    AccountId Account, Side Side, OrderKind Kind, Price Price, Quantity Quantity)
{
    /// <summary>An order that takes whatever price the book has.</summary>
    public static NewOrder Market(AccountId account, Side side, Quantity quantity) =>
        new(account, side, OrderKind.Market, default, quantity);
}
