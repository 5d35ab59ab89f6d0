using System.Collections.Concurrent;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Rest;

/// <summary>Stands between a venue's adapter and its sink: keeps each source's last quote, and puts
/// what the adapter and the REST answers say of its health into one.</summary>
/// <param name="sink">Who hears the adapter. Its <see cref="IVenueQuoteSink.OnHealth"/> may be
/// called while a quote is told, too.</param>
internal sealed class SourceWatch(IVenueQuoteSink sink) : IVenueQuoteSink
{
    private readonly ConcurrentDictionary<(PairId Pair, int Source), WatchedSource> _sources =
        new();

    /// <summary>Watches a source from now on, as one that is being connected.</summary>
    public WatchedSource Add(PairId pair, int source) =>
        _sources[(pair, source)] = new WatchedSource(pair, source, sink);

    /// <summary>Watches a source no longer.</summary>
    public void Remove(PairId pair, int source) => _sources.TryRemove((pair, source), out _);

    /// <inheritdoc/>
    public void OnQuote(PairId pair, int source, in VenueQuote quote, long arrivedAt)
    {
        if (_sources.TryGetValue((pair, source), out var watched))
            watched.Note(in quote);
        sink.OnQuote(pair, source, in quote, arrivedAt);
    }

    /// <inheritdoc/>
    public void OnHeartbeat(PairId pair, int source, long arrivedAt) =>
        sink.OnHeartbeat(pair, source, arrivedAt);

    /// <inheritdoc/>
    public void OnHealth(PairId pair, int source, SourceHealth health)
    {
        if (_sources.TryGetValue((pair, source), out var watched))
            watched.SetAdapter(health);
        else
            sink.OnHealth(pair, source, health);
    }
}
