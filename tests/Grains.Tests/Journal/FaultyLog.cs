using Microsoft.Extensions.Logging;

namespace MarketMaker.Grains.Tests.Journal;

/// <summary>A log that breaks down when a certain line is written, once: it stands for a bug in the
/// midst of a command.</summary>
internal sealed class FaultyLog : ILoggerProvider, ILogger
{
    private string? _failsAt;

    /// <summary>The next line that begins like this is not written but fails.</summary>
    public void FailAt(string beginning) => Volatile.Write(ref _failsAt, beginning);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (Volatile.Read(ref _failsAt) is not { } beginning
            || !formatter(state, exception).StartsWith(beginning, StringComparison.Ordinal))
        {
            return;
        }
        Volatile.Write(ref _failsAt, null);
        throw new InvalidOperationException("The log is full.");
    }

    public void Dispose()
    {
        // It holds nothing.
    }
}
