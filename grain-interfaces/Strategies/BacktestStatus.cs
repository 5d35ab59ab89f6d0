namespace MarketMaker.GrainInterfaces.Strategies;

/// <summary>How far a backtest is.</summary>
public enum BacktestStatus
{
    /// <summary>It waits for its turn, or runs.</summary>
    Running,

    /// <summary>There is a report.</summary>
    Done,

    /// <summary>It ended without one.</summary>
    Failed,
}
