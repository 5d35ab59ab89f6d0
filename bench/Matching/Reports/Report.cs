using MarketMaker.Engine.Units;

namespace MarketMaker.Bench.Matching.Reports;

/// <summary>One thing that a market did.</summary>
/// <param name="Type">What.</param>
/// <param name="Side">The order's side, where the kind has one.</param>
/// <param name="Sequence">The command's number.</param>
/// <param name="Id">The order; of a trade, the taker.</param>
/// <param name="Maker">Of a trade, the resting order.</param>
/// <param name="Ticks">The price.</param>
/// <param name="Lots">The quantity.</param>
internal readonly record struct Report(
    ReportType Type, Side Side, ulong Sequence, ulong Id, ulong Maker, long Ticks, long Lots)
{
    /// <summary>The report as a line of the canonical text, in ASCII.</summary>
    /// <returns>How many bytes were written.</returns>
    public int Format(Span<byte> into)
    {
        var line = new LineWriter(into);
        line.Add((ulong)Type);
        line.Add(Sequence);
        switch (Type)
        {
            case ReportType.Traded:
                line.Add(Ticks);
                line.Add(Lots);
                line.Add(Maker);
                line.Add(Id);
                break;
            case ReportType.CancelRejected or ReportType.ModifyRejected:
                line.Add(Id);
                break;
            default:
                line.Add((ulong)Side);
                line.Add(Id);
                line.Add(Ticks);
                if (Type != ReportType.Cancelled)
                    line.Add(Lots);
                break;
        }
        return line.Length;
    }
}
