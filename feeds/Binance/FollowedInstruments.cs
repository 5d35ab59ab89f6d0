using System.Collections.Immutable;
using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Binance;

/// <summary>What a feed is asked to follow, whatever connection is open.</summary>
/// <remarks>Thread safe: a change replaces <see cref="Current"/>, and readers compare references to
/// see that it did.</remarks>
internal sealed class FollowedInstruments
{
    /// <summary>The most instruments: two streams each, under the venue's 1024 a connection.
    /// </summary>
    public const int MaxCount = 500;

    private ImmutableList<FollowedInstrument> _current = [];
    private readonly Lock _lock = new();

    /// <summary>The instruments now.</summary>
    public ImmutableList<FollowedInstrument> Current => Volatile.Read(ref _current);

    /// <summary>Adds an instrument, or replaces the one of the same pair.</summary>
    /// <exception cref="InvalidOperationException">There are <see cref="MaxCount"/> already, or the
    /// symbol is another pair's.</exception>
    public void Add(Instrument instrument)
    {
        var added = new FollowedInstrument(instrument);
        lock (_lock)
        {
            var others = _current.RemoveAll(x => x.Instrument.Pair == instrument.Pair);
            if (others.Count >= MaxCount)
                throw new InvalidOperationException($"A feed follows at most {MaxCount} pairs.");
            if (others.Find(x => x.Instrument.Symbol == instrument.Symbol) is { } taken)
            {
                throw new InvalidOperationException(
                    $"{instrument.Symbol} is followed as {taken.Instrument.Pair} already.");
            }
            Volatile.Write(ref _current, others.Add(added));
        }
    }

    /// <summary>Removes a pair's instrument.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(PairId pair)
    {
        lock (_lock)
        {
            var others = _current.RemoveAll(x => x.Instrument.Pair == pair);
            var found = others.Count < _current.Count;
            Volatile.Write(ref _current, others);
            return found;
        }
    }
}
