using System.Collections.Concurrent;
using System.Text;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Recording;

namespace MarketMaker.Grains.Tests.Making;

/// <summary>Recordings that a test says.</summary>
internal sealed class ScriptedTapes : IPairTapes
{
    private readonly ConcurrentDictionary<PairId, string> _lines = new();

    public void Say(PairId pair, string lines) => _lines[pair] = lines;

    public TapeExtent? Find(PairId pair) =>
        _lines.TryGetValue(pair, out var lines) ? Extent(pair, lines) : null;

    public ValueTask<TapeWindow?> OpenAsync(PairId pair, CancellationToken cancel) =>
        new(_lines.TryGetValue(pair, out var lines)
            ? new TapeWindow(
                Extent(pair, lines), new MemoryStream(Encoding.UTF8.GetBytes(lines)))
            : null);

    private static TapeExtent Extent(PairId pair, string lines) =>
        new(pair, default, default, lines.Length);
}
