using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Workloads;

/// <summary>Notes which resting orders have traded.</summary>
internal readonly struct TradedMakers(List<ulong> makers) : IReportSink
{
    public void Traded(ulong sequence, long ticks, long lots, ulong maker, ulong taker) =>
        makers.Add(maker);

    public void Accepted(ulong sequence, Side side, ulong id, long ticks, long lots)
    {
    }

    public void Cancelled(ulong sequence, Side side, ulong id, long ticks)
    {
    }

    public void Modified(ulong sequence, Side side, ulong id, long ticks, long lots)
    {
    }

    public void CancelRejected(ulong sequence, ulong id)
    {
    }

    public void ModifyRejected(ulong sequence, ulong id)
    {
    }
}
