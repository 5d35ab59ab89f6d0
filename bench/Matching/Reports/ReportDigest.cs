using System.Numerics;
using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Reports;

/// <summary>Reads every field of every report and keeps 64 bits: what timed passes report to. Its
/// value ties a timed pass to the answer whose SHA-256 is printed.</summary>
internal struct ReportDigest : IReportSink
{
    public ulong Value { get; private set; }

    public void Accepted(ulong sequence, Side side, ulong id, long ticks, long lots) =>
        Fold(ReportType.Accepted, side, sequence, id, 0, ticks, lots);

    public void Traded(ulong sequence, long ticks, long lots, ulong maker, ulong taker) =>
        Fold(ReportType.Traded, default, sequence, taker, maker, ticks, lots);

    public void Cancelled(ulong sequence, Side side, ulong id, long ticks) =>
        Fold(ReportType.Cancelled, side, sequence, id, 0, ticks, 0);

    public void Modified(ulong sequence, Side side, ulong id, long ticks, long lots) =>
        Fold(ReportType.Modified, side, sequence, id, 0, ticks, lots);

    public void CancelRejected(ulong sequence, ulong id) =>
        Fold(ReportType.CancelRejected, default, sequence, id, 0, 0, 0);

    public void ModifyRejected(ulong sequence, ulong id) =>
        Fold(ReportType.ModifyRejected, default, sequence, id, 0, 0, 0);

    public void Add(in Report report) =>
        Fold(
            report.Type, report.Side, report.Sequence, report.Id, report.Maker, report.Ticks,
            report.Lots);

    private void Fold(
        ReportType type, Side side, ulong sequence, ulong id, ulong maker, long ticks, long lots)
    {
        var report = (ulong)type ^ ((ulong)side << 3) ^ (sequence << 4)
            ^ BitOperations.RotateLeft(id, 20) ^ BitOperations.RotateLeft(maker, 33)
            ^ BitOperations.RotateLeft((ulong)ticks, 44)
            ^ BitOperations.RotateLeft((ulong)lots, 57);
        Value = (Value ^ report) * 0x9E3779B97F4A7C15;
    }
}
