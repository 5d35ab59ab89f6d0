using System.Collections.Immutable;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Lines;

/// <summary>What a feed is asked to follow, whatever connection is open.</summary>
/// <remarks>Thread safe: a change replaces <see cref="Current"/>, and readers compare references to
/// see that it did.</remarks>
/// <param name="maxSymbols">The most symbols that the venue allows a connection.</param>
internal sealed class FollowedInstruments(int maxSymbols)
{
    /// <summary>The most instruments.</summary>
    public const int MaxCount = 2000;

    private ImmutableList<FollowedInstrument> _current = [];
    private readonly Lock _lock = new();

    /// <summary>The instruments now.</summary>
    public ImmutableList<FollowedInstrument> Current => Volatile.Read(ref _current);

    /// <summary>Adds an instrument, or replaces the one of the same pair and number.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="MaxCount"/> already, or as
    /// many symbols as a connection may have.</exception>
    public void Add(Instrument instrument)
    {
        var added = new FollowedInstrument(instrument);
        lock (_lock)
        {
            var others = _current.RemoveAll(x => Is(x, instrument.Pair, instrument.Source));
            if (others.Count >= MaxCount)
                throw new InvalidOperationException($"A feed follows at most {MaxCount} sources.");
            var next = others.Add(added);
            if (next.DistinctBy(x => x.Instrument.Symbol).Count() > maxSymbols)
            {
                throw new InvalidOperationException(
                    $"A feed follows at most {maxSymbols} symbols.");
            }
            Volatile.Write(ref _current, next);
        }
    }

    /// <summary>Removes the instrument of a pair and number.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(PairId pair, int source)
    {
        lock (_lock)
        {
            var others = _current.RemoveAll(x => Is(x, pair, source));
            var found = others.Count < _current.Count;
            Volatile.Write(ref _current, others);
            return found;
        }
    }

    private static bool Is(FollowedInstrument followed, PairId pair, int source) =>
        followed.Instrument.Pair == pair && followed.Instrument.Source == source;
}
