using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>A trade between a resting order (maker) and an incoming one (taker).</summary>
/// <param name="Number">1 and up, rising by one within the pair: the order of the trade log.
/// </param>
/// <param name="At">When the taker's command was executed.</param>
/// <param name="TakerSide">The side of the incoming order.</param>
/// <param name="Price">The maker's price.</param>
/// <param name="Quantity">What changed hands; at least one lot.</param>
/// <param name="Maker">The resting order.</param>
/// <param name="Taker">The incoming order.</param>
/// <param name="MakerAccount">Who owned the resting order.</param>
/// <param name="TakerAccount">Who owned the incoming order; never the maker's account.</param>
/// <param name="MakerFee">What the maker paid to the venue; negative is a rebate.</param>
/// <param name="TakerFee">What the taker paid to the venue; negative is a rebate.</param>
public readonly record struct Fill(
    long Number,
    Instant At,
    Side TakerSide,
    Price Price,
    Quantity Quantity,
    OrderId Maker,
    OrderId Taker,
    AccountId MakerAccount,
    AccountId TakerAccount,
    Notional MakerFee,
    Notional TakerFee)
{
    /// <summary>What was paid, before fees.</summary>
    public Notional Notional => Price * Quantity;
}
