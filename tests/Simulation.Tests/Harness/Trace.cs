using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Harness;

/// <summary>What has happened: how often, the last of it in words, and all of it as a hash.
/// </summary>
internal sealed class Trace(Agenda agenda)
{
    /// <summary>How many events are kept in words.</summary>
    public const int Kept = 40;

    private readonly Dictionary<string, int> _counts = [];
    private readonly Queue<(Instant At, string Event, string Detail)> _last = new();

    /// <summary>FNV-1a of every event with its time: equal hashes, equal runs.</summary>
    public ulong Hash { get; private set; } = 0xCBF29CE484222325;

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>Notes that something happened.</summary>
    /// <param name="what">The kind of event; it is counted.</param>
    /// <param name="detail">What is particular about this one.</param>
    public void Note(string what, string detail = "")
    {
        _counts[what] = _counts.GetValueOrDefault(what) + 1;
        if (_last.Count == Kept)
            _last.Dequeue();
        _last.Enqueue((agenda.Now, what, detail));
        Mix(agenda.Now.Microseconds);
        foreach (var letter in what)
            Mix(letter);
        foreach (var letter in detail)
            Mix(letter);
    }

    /// <summary>The last events, oldest first.</summary>
    public string Tell() => string.Join(
        '\n', _last.Select(one => $"  {one.At.ToDateTimeOffset():mm:ss.ffffff} {one.Event} "
            + one.Detail));

    private void Mix(long value) => Hash = unchecked((Hash ^ (ulong)value) * 0x100000001B3);
}
