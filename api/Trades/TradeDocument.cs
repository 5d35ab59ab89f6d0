using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Api.Trades;

/// <summary>A trade between a resting order (maker) and an incoming one (taker).</summary>
/// <param name="Number">1 and up, rising by one within the pair.</param>
/// <param name="At">When the taker's order was executed.</param>
/// <param name="Side">What the taker did.</param>
/// <param name="Price">The maker's price, in the quote asset.</param>
/// <param name="Size">What changed hands, in the base asset.</param>
/// <param name="Maker">The account of the resting order.</param>
/// <param name="Taker">The account of the incoming order.</param>
/// <param name="MakerOrder">The resting order.</param>
/// <param name="TakerOrder">The incoming order.</param>
/// <param name="MakerFee">What the maker paid, in the quote asset; negative is a rebate.</param>
/// <param name="TakerFee">What the taker paid, in the quote asset; negative is a rebate.</param>
public sealed record TradeDocument(
    long Number,
    DateTimeOffset At,
    Side Side,
    decimal Price,
    decimal Size,
    string Maker,
    string Taker,
    long MakerOrder,
    long TakerOrder,
    decimal MakerFee,
    decimal TakerFee)
{
    internal static TradeDocument From(PairSpec spec, Fill fill) =>
        new(
            fill.Number,
            fill.At.ToDateTimeOffset(),
            fill.TakerSide,
            spec.ToDecimal(fill.Price),
            spec.ToDecimal(fill.Quantity),
            fill.MakerAccount.ToString(),
            fill.TakerAccount.ToString(),
            fill.Maker.Value,
            fill.Taker.Value,
            spec.ToDecimal(fill.MakerFee),
            spec.ToDecimal(fill.TakerFee));
}
