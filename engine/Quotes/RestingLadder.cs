using System.Runtime.InteropServices;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Quotes;

/// <summary>A maker's ladder as the maker knows it: the engine's last answer, less what has traded
/// since. Not thread safe; one allocation-free pass per event.</summary>
public sealed class RestingLadder
{
    private readonly List<Quote> _bids = new(MatchingEngine.MaxQuotesPerSide);
    private readonly List<Quote> _asks = new(MatchingEngine.MaxQuotesPerSide);
    private long _asOf;

    /// <summary>The bids, best first.</summary>
    public ReadOnlySpan<Quote> Bids => CollectionsMarshal.AsSpan(_bids);

    /// <summary>The asks, best first.</summary>
    public ReadOnlySpan<Quote> Asks => CollectionsMarshal.AsSpan(_asks);

    /// <summary>Whether nothing rests.</summary>
    public bool IsEmpty => _bids.Count + _asks.Count == 0;

    /// <summary>Takes over the engine's answer to a mass quote.</summary>
    /// <param name="reports">Each quote's fate.</param>
    /// <param name="lastFill">The last trade that the answer reflects.</param>
    public void Replace(ReadOnlySpan<QuoteReport> reports, long lastFill)
    {
        _bids.Clear();
        _asks.Clear();
        _asOf = lastFill;
        foreach (ref readonly var report in reports)
        {
            if (report.Rests)
                SideOf(report.Wanted.Side).Add(report.Wanted with { Price = report.Price });
        }
    }

    /// <summary>Takes a trade of the maker's resting orders into account, unless the engine's
    /// answer already reflects it.</summary>
    public void Apply(in Fill fill)
    {
        if (fill.Number <= _asOf)
            return;
        var side = SideOf(fill.TakerSide.Opposite());
        for (var i = 0; i < side.Count; i++)
        {
            if (side[i].Price != fill.Price)
                continue;
            var left = side[i].Quantity - fill.Quantity;
            if (left > Quantity.Zero)
                side[i] = side[i] with { Quantity = left };
            else
                side.RemoveAt(i);
            return;
        }
    }

    private List<Quote> SideOf(Side side) => side == Side.Buy ? _bids : _asks;
}
