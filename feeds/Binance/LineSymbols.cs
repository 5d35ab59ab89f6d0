using System.Collections.Immutable;

namespace MarketMaker.Feeds.Binance;

/// <summary>The symbols of one connection, found by a frame's bytes; used by its reading loop
/// alone.</summary>
internal sealed class LineSymbols(FollowedInstruments followed)
{
    private ImmutableList<FollowedInstrument> _seen = [];
    private Dictionary<string, LineSymbol> _bySymbol = new(SymbolComparer.Instance);

    /// <summary>The symbol, if it is followed now; costs no allocation unless what is followed has
    /// changed.</summary>
    public LineSymbol? Find(ReadOnlySpan<byte> symbol)
    {
        var current = followed.Current;
        if (!ReferenceEquals(current, _seen))
            Take(current);
        return _bySymbol.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(symbol, out var found)
            ? found
            : null;
    }

    private void Take(ImmutableList<FollowedInstrument> current)
    {
        var next = new Dictionary<string, LineSymbol>(current.Count, SymbolComparer.Instance);
        foreach (var group in current.GroupBy(x => x.Instrument.Symbol))
        {
            var followers = group.ToArray();
            var kept = _bySymbol.GetValueOrDefault(group.Key);
            next[group.Key] = kept is not null && kept.Followers.SequenceEqual(followers)
                ? kept
                : new LineSymbol(followers);
        }
        _bySymbol = next;
        _seen = current;
    }
}
