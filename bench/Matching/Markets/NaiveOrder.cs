using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Markets;

internal sealed class NaiveOrder(ulong id, Side side, long ticks, long lots)
{
    public ulong Id { get; } = id;

    public Side Side { get; } = side;

    public long Ticks { get; } = ticks;

    public long Lots { get; set; } = lots;
}
