using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Simulated;

/// <summary>Which tape is played, and how.</summary>
public sealed record TapeOptions
{
    /// <summary>The file: lines of <c>&lt;local ns&gt; &lt;combined frame&gt;</c>, plain or gzip.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>The speed.</summary>
    public TapeSpeed Speed { get; init; } = TapeSpeed.Real;

    /// <summary>The symbols to play, in upper case; null plays all. Frames whose stream cannot be
    /// read are always played.</summary>
    public IReadOnlySet<string>? Symbols { get; init; }

    /// <summary>Is told of each trade at its place on the tape, and is awaited before the next
    /// frame; null tells nobody.</summary>
    public Func<TapeTrade, ValueTask>? OnTrade { get; init; }
}
