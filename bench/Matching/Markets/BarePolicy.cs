using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Markets;

/// <summary>No owners, no money: each trade is reported, that is all.</summary>
internal readonly ref struct BarePolicy<TSink>(
    OrderBook book, ref TSink sink, ulong sequence, ulong taker) : IMatchPolicy
    where TSink : struct, IReportSink
{
    private readonly ref TSink _sink = ref sink;

    public Encounter Meet(int maker, ref Quantity remaining, out Quantity part)
    {
        part = Quantity.Min(remaining, book.Node(maker).Remaining);
        return Encounter.Trade;
    }

    public void Trade(int maker, Quantity part)
    {
        ref var node = ref book.Node(maker);
        _sink.Traded(sequence, node.Price.Ticks, part.Lots, (ulong)node.Id.Value, taker);
    }

    public bool TryRefill(int maker) => false;
}
