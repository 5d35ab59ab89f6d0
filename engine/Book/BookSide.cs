using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Which prices of a side are in use; the bids and the asks are this type used twice.
/// </summary>
/// <remarks>It speaks in keys, which are prices turned so that the larger is the better: the price
/// for bids, its complement for asks. So nothing here asks which side it is, and a processor has
/// no branch to guess.</remarks>
internal sealed class BookSide(Side side)
{
    /// <summary>The key that stands for no price; no order can have it.</summary>
    public const long NoKey = long.MinValue;

    /// <summary>What turns a price into a key and back.</summary>
    public readonly long Mask = -(long)side;

    private readonly int _turn = side == Side.Sell ? PriceBits.Size - 1 : 0;

    /// <summary>The levels in the window, numbered so that the higher is the better.</summary>
    public PriceBits Near = new();

    /// <summary>The levels outside the window.</summary>
    public readonly FarLevels Far = new();

    /// <summary>The best level's key, or <see cref="NoKey"/>.</summary>
    public long BestKey = NoKey;

    public long KeyOf(Price price) => price.Ticks ^ Mask;

    public Price PriceOf(long key) => new(key ^ Mask);

    /// <summary>Turns a place in the window into a member of <see cref="Near"/> and back.
    /// </summary>
    public int Turn(int place) => place ^ _turn;
}
