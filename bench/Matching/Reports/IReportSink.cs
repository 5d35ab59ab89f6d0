using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Reports;

/// <summary>Where a market tells what it did. The same for every market, so that none is timed for
/// more words than another.</summary>
internal interface IReportSink
{
    void Accepted(ulong sequence, Side side, ulong id, long ticks, long lots);

    void Traded(ulong sequence, long ticks, long lots, ulong maker, ulong taker);

    /// <summary>Also of what an immediate-or-cancel order did not trade, and of a new order that
    /// was refused.</summary>
    void Cancelled(ulong sequence, Side side, ulong id, long ticks);

    void Modified(ulong sequence, Side side, ulong id, long ticks, long lots);

    void CancelRejected(ulong sequence, ulong id);

    void ModifyRejected(ulong sequence, ulong id);
}
