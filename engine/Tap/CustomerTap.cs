namespace MarketMaker.Engine.Tap;

/// <summary>The latest commands of a market, numbered, for whoever follows it in memory.</summary>
/// <remarks>Holds <see cref="Capacity"/> commands at most, and forgets the oldest: a follower that
/// is too slow sees that numbers are missing. Nothing is allocated after the constructor. One
/// thread at a time.</remarks>
/// <param name="last">The number after which it goes on; 0 for a market's first tap.</param>
public sealed class CustomerTap(long last = 0)
{
    /// <summary>The most commands that are held.</summary>
    public const int Capacity = 16_384;

    private readonly CustomerCommand[] _held = new CustomerCommand[Capacity];
    private readonly long _start = last;

    /// <summary>The number of the last command.</summary>
    public long Last { get; private set; } = last;

    /// <summary>Takes the market's next command.</summary>
    public void Add(in CustomerCommand command)
    {
        Last++;
        _held[Last % Capacity] = command with { Number = Last };
    }

    /// <summary>The commands after a number, oldest first.</summary>
    /// <param name="number">The last that is known.</param>
    /// <param name="limit">The most that are given.</param>
    /// <returns>The commands; the first of them follows the number unless some were forgotten.
    /// </returns>
    public CustomerCommand[] After(long number, int limit)
    {
        var first = Math.Max(number, Math.Max(_start, Last - Capacity)) + 1;
        var commands = new CustomerCommand[Math.Clamp(Last - first + 1, 0, limit)];
        for (var at = 0; at < commands.Length; at++)
            commands[at] = _held[(first + at) % Capacity];
        return commands;
    }
}
