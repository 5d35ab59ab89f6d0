using System.Collections.Immutable;

namespace MarketMaker.Feeds.Simulated;

/// <summary>What one connection subscribes to. Changed by its reading loop, read by all.</summary>
internal sealed class VenueStreams(IEnumerable<string> first)
{
    /// <summary>The most streams of a connection, as at the venue.</summary>
    public const int MaxCount = 1024;

    private ImmutableHashSet<string> _names = [.. first];

    /// <summary>The streams now.</summary>
    public ImmutableHashSet<string> Names => Volatile.Read(ref _names);

    /// <summary>Adds streams, unless there would be more than <see cref="MaxCount"/>.</summary>
    public bool TryAdd(IEnumerable<string> names)
    {
        var next = _names.Union(names);
        if (next.Count > MaxCount)
            return false;
        Volatile.Write(ref _names, next);
        return true;
    }

    /// <summary>Removes streams; unknown ones are passed over.</summary>
    public void Remove(IEnumerable<string> names) =>
        Volatile.Write(ref _names, _names.Except(names));
}
