namespace MarketMaker.Bench.Matching.Reports;

/// <summary>The kinds of report, in the order in which a command's reports are written.</summary>
internal enum ReportType : byte
{
    Accepted = 0,
    Traded = 1,
    Cancelled = 2,
    Modified = 3,
    CancelRejected = 4,
    ModifyRejected = 5,
}
