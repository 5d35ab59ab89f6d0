using System.Collections.Frozen;
using MarketMaker.Engine.Book;

namespace MarketMaker.Grpc.Orders;

/// <summary>The engine's rejections and the contract's: the same names, numbered apart, because
/// the engine's numbers are an order of precedence and the contract's never change.</summary>
public static class Rejections
{
    private static readonly FrozenDictionary<Rejection, Contract.Rejection> _toWire =
        Enum.GetValues<Contract.Rejection>().ToFrozenDictionary(
            rejection => Enum.Parse<Rejection>(rejection.ToString()));

    /// <summary>The contract's name of a rejection.</summary>
    public static Contract.Rejection ToWire(Rejection rejection) => _toWire[rejection];
}
