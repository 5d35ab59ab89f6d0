using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>The workload "mm": a market maker that replaces ten quotes a side each tick, some of
/// which were taken, before a backdrop that stands.</summary>
internal sealed class MakerGenerator(ulong seed)
{
    private const int Levels = 10;
    private const int Backdrop = 100;
    private const long Middle = 40_000;

    /// <summary>A tick cancels 20, places 20 and may be taken from once.</summary>
    private const int LongestTick = 4 * Levels + 1;

    private readonly SplitMix _random = new(seed);
    private readonly List<MarketCommand> _commands = [];
    private readonly List<MarketCommand> _quotes = [];
    private ulong _lastId;

    /// <summary>Makes at most <paramref name="count"/> commands; a tick is not cut short.
    /// </summary>
    public MarketCommand[] Generate(int count)
    {
        for (var k = 0; k < Backdrop && _commands.Count + 2 <= count; k++)
        {
            Place(Side.Buy, 10 + _random.Below(90), Middle - 40 - k);
            Place(Side.Sell, 10 + _random.Below(90), Middle + 40 + k);
        }
        var middle = Middle;
        while (count - _commands.Count >= LongestTick)
        {
            middle = Math.Clamp(middle + _random.Below(5) - 2, Middle - 8, Middle + 8);
            Requote(middle);
            if (_random.Below(4) != 0)
                continue;
            var side = (Side)_random.Below(2);
            var lots = 20 + _random.Below(181);
            Place(side, lots, middle + 5 * side.Sign(), isImmediate: true);
        }
        return [.. _commands];
    }

    private void Requote(long middle)
    {
        foreach (var quote in _quotes)
            Add(quote with { Type = CommandType.Cancel, Lots = 0 });
        _quotes.Clear();
        for (var level = 0; level < Levels; level++)
        {
            foreach (var side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
            {
                Place(side, 10 + _random.Below(90), middle - (1 + level) * side.Sign());
                _quotes.Add(_commands[^1]);
            }
        }
    }

    private void Place(Side side, int lots, long ticks, bool isImmediate = false) =>
        Add(new MarketCommand
        {
            Side = side,
            Lots = (uint)lots,
            Ticks = ticks,
            IsImmediateOrCancel = isImmediate ? (byte)1 : (byte)0,
            OrderId = ++_lastId,
        });

    private void Add(MarketCommand command)
    {
        command.Sequence = (ulong)_commands.Count;
        _commands.Add(command);
    }
}
