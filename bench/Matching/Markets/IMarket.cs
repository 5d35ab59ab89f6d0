using MarketMaker.Bench.Matching.Reports;
using MarketMaker.Bench.Matching.Workloads;

namespace MarketMaker.Bench.Matching.Markets;

/// <summary>A way of carrying out a workload's commands.</summary>
internal interface IMarket
{
    /// <summary>Carries out the commands on an empty book.</summary>
    void Run<TSink>(ReadOnlySpan<MarketCommand> commands, ref TSink sink)
        where TSink : struct, IReportSink;

    /// <summary>Empties the book, keeping what memory it has.</summary>
    void Clear();
}
