using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Recording;

/// <summary>Which pairs a venue's symbol is recorded for. Changed seldom, searched with each frame;
/// any thread may call.</summary>
internal sealed class TapeFollowers
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string Venue, string Symbol, PairId Pair, int Source)> _followed = [];
    private Dictionary<string, Dictionary<string, PairId[]>> _bySymbol = [];

    /// <summary>A pair follows a symbol.</summary>
    public void Add(string venue, Instrument instrument)
    {
        lock (_lock)
        {
            Remove(venue, instrument.Pair, instrument.Source);
            _followed.Add((venue, instrument.Symbol, instrument.Pair, instrument.Source));
            Publish();
        }
    }

    /// <summary>A source of a pair is followed no longer.</summary>
    public void Remove(string venue, PairId pair, int source)
    {
        lock (_lock)
        {
            _followed.RemoveWhere(
                x => x.Venue == venue && x.Pair == pair && x.Source == source);
            Publish();
        }
    }

    /// <summary>The pairs that follow a symbol; each once. Costs no allocation.</summary>
    public ReadOnlySpan<PairId> Of(string venue, ReadOnlySpan<byte> symbol) =>
        Volatile.Read(ref _bySymbol).TryGetValue(venue, out var symbols)
        && symbols.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(symbol, out var pairs)
            ? pairs
            : [];

    private void Publish() =>
        Volatile.Write(ref _bySymbol, _followed
            .GroupBy(x => x.Venue)
            .ToDictionary(venue => venue.Key, BySymbol));

    private static Dictionary<string, PairId[]> BySymbol(
        IEnumerable<(string Venue, string Symbol, PairId Pair, int Source)> followed) =>
        followed
            .GroupBy(x => x.Symbol)
            .ToDictionary(
                symbol => symbol.Key,
                symbol => symbol.Select(x => x.Pair).Distinct().ToArray(),
                SymbolComparer.Instance);
}
