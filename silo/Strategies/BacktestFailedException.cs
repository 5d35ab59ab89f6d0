namespace MarketMaker.Silo.Strategies;

/// <summary>A backtest ended without a report; its lines say why.</summary>
internal sealed class BacktestFailedException(int exitCode, IEnumerable<string> lines)
    : Exception(string.Join('\n', lines))
{
    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The rule was rejected.</summary>
    public static BacktestFailedException Rejected(IEnumerable<string> diagnostics) =>
        new(1, diagnostics);

    /// <summary>An argument is wrong, or the tape.</summary>
    public static BacktestFailedException Wrong(string line) => new(2, [line]);
}
