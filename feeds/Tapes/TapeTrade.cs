using System.Buffers.Text;
using System.Text;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Binance;

namespace MarketMaker.Feeds.Tapes;

/// <summary>A trade on a tape.</summary>
/// <param name="Symbol">The venue's name of the pair, in upper case.</param>
/// <param name="Price">The price in the quote asset; more than 0.</param>
/// <param name="Quantity">The quantity in the base asset; more than 0.</param>
/// <param name="Aggressor">The side that took: the venue says that the buyer was the maker, so then
/// the aggressor sold.</param>
public readonly record struct TapeTrade(
    string Symbol, decimal Price, decimal Quantity, Side Aggressor)
{
    /// <summary>Reads a <c>trade</c> event.</summary>
    /// <param name="payload">The event's JSON.</param>
    /// <param name="trade">The trade.</param>
    /// <returns>Whether it is a trade and complete; never throws.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> payload, out TapeTrade trade)
    {
        trade = default;
        var read = BinanceTrade.Read(payload.Span);
        if (!read.IsComplete
            || !TryNumber(read.Price, out var price)
            || !TryNumber(read.Quantity, out var quantity))
        {
            return false;
        }
        trade = new(
            Encoding.UTF8.GetString(read.Symbol), price, quantity,
            read.BuyerIsMaker ? Side.Sell : Side.Buy);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out decimal number)
    {
        var isRead = Utf8Parser.TryParse(text, out number, out var length);
        return isRead && length == text.Length && number > 0;
    }
}
