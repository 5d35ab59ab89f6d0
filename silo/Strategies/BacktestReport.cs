using MarketMaker.Feeds.Tapes;
using MarketMaker.GrainInterfaces.Strategies;

namespace MarketMaker.Silo.Strategies;

/// <summary>What comes of a backtest; its members are the JSON's keys.</summary>
internal sealed record BacktestReport(
    IReadOnlyList<string> Tapes,
    long LinesRead,
    long DamagedLines,
    string? EndedEarly,
    IReadOnlyList<ComparisonView> Pairs)
{
    public static BacktestReport Of(
        BacktestOptions options, TapeReading reading, IReadOnlyList<ComparisonView> pairs) =>
        new(
            options.Tapes, reading.Lines, reading.Damaged, reading.EndedEarly?.ToString(), pairs);
}
