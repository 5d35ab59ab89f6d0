using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Accounts;

/// <summary>What a desk has and has earned, as of a number of the trade log.</summary>
/// <remarks>Every trade of the pair passes through, the desk's or not: applied in the order of
/// their numbers without a gap, each trade counts exactly once, whatever was repeated or lost on
/// the way.</remarks>
/// <param name="LastFill">The last trade of the log that is contained.</param>
/// <param name="Fills">How many of them were the desk's.</param>
/// <param name="Base">What it has of the base asset.</param>
/// <param name="Quote">What it has of the quote asset, fees paid.</param>
/// <param name="ProfitAndLoss">What it has earned.</param>
public readonly record struct DeskBooks(
    long LastFill, long Fills, Quantity Base, Notional Quote, ProfitAndLoss ProfitAndLoss)
{
    /// <summary>The books with the inventory valued at a new reference.</summary>
    public DeskBooks MarkedAt(Mark mark) =>
        this with { ProfitAndLoss = ProfitAndLoss.MarkedAt(mark) };

    /// <summary>The books after the log's next trade.</summary>
    /// <exception cref="InvariantBrokenException">It is not the next one.</exception>
    public DeskBooks After(in Fill fill, AccountId desk)
    {
        Invariant.Holds(fill.Number == LastFill + 1);
        var books = this with { LastFill = fill.Number };
        if (fill.MakerAccount == desk)
            return books.Traded(fill.TakerSide.Opposite(), fill, fill.MakerFee);
        return fill.TakerAccount == desk
            ? books.Traded(fill.TakerSide, fill, fill.TakerFee)
            : books;
    }

    private DeskBooks Traded(Side side, in Fill fill, Notional fee)
    {
        var paid = new Notional(side.Sign() * fill.Notional.TickLots);
        return this with
        {
            Fills = Fills + 1,
            Base = Base + new Quantity(side.Sign() * fill.Quantity.Lots),
            Quote = Quote - paid - fee,
            ProfitAndLoss = ProfitAndLoss.After(side, fill.Price, fill.Quantity, fee),
        };
    }
}
