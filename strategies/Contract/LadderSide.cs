using System.Runtime.CompilerServices;

namespace MarketMaker.Strategies.Contract;

/// <summary>One side of a rule's answer; the same type serves bids and asks.</summary>
internal sealed class LadderSide
{
    private readonly Level[] _levels = new Level[Quotes.MaxLevels];
    private int _count;

    /// <summary>The levels in the order they were given; none when the side was pulled.</summary>
    public ReadOnlySpan<Level> Levels =>
        PulledBecause is null ? _levels.AsSpan(0, _count) : default;

    /// <summary>Whether more levels were given than there is room for.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>Why the side is pulled; null when it is not.</summary>
    public string? PulledBecause { get; private set; }

    // Into the script's loop: its code is compiled once, without a look at how it runs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(double price, double size)
    {
        var (levels, count) = (_levels, _count);
        if ((uint)count < (uint)levels.Length)
        {
            levels[count] = new Level(price, size);
            _count = count + 1;
        }
        else
        {
            Overflowed = true;
        }
    }

    public void Pull(string? because) => PulledBecause ??= because ?? "no reason given";

    public void Clear()
    {
        _count = 0;
        Overflowed = false;
        PulledBecause = null;
    }
}
