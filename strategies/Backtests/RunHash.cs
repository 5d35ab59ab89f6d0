using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Quotes;

namespace MarketMaker.Strategies.Backtests;

/// <summary>Runs over all that a market's maker said and got: equal hashes, equal runs.</summary>
/// <remarks>The multiplication and shift of FNV-1a, eight bytes at a time.</remarks>
internal struct RunHash
{
    private const ulong Start = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;
    private const int Fold = 32;

    private ulong _value = Start;

    public RunHash()
    {
    }

    public readonly ulong Value => _value;

    public void Add(in QuoteReport report)
    {
        Add(((long)report.Wanted.Side << 8) | (byte)report.Rejection);
        Add(report.Wanted.Price.Ticks);
        Add(report.Price.Ticks);
        Add(report.Wanted.Quantity.Lots);
    }

    public void Add(in Fill fill)
    {
        Add(fill.Number);
        Add(fill.At.Microseconds);
        Add((long)fill.TakerSide);
        Add(fill.Price.Ticks);
        Add(fill.Quantity.Lots);
        Add(fill.MakerFee.TickLots);
        Add(fill.TakerFee.TickLots);
    }

    public void Add(in ProfitAndLoss books)
    {
        Add(books.Mark.HalfTicks);
        Add(books.Position.Lots);
        Add(books.Cash.TickLots);
        Add(books.Spread.HalfTickLots);
        Add(books.Inventory.HalfTickLots);
        Add(books.Realised.TickLots);
        Add(books.Fees.TickLots);
    }

    public void Add(long word)
    {
        // Meant to wrap around.
        _value = unchecked((_value ^ (ulong)word) * Prime);
        _value ^= _value >> Fold;
    }
}
