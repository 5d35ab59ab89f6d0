using System.Threading.Channels;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Okx;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Tests;

/// <summary>A log that a test can await.</summary>
internal sealed class LogProbe : ILogger<BinanceFeed>, ILogger<OkxFeed>
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        _lines.Writer.TryWrite(formatter(state, exception));

    /// <summary>The next line that contains a text.</summary>
    public async Task<string> NextAsync(string text)
    {
        while (true)
        {
            var line = await _lines.Reader.ReadAsync().AsTask().WaitAsync(Hang.Limit);
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }
    }
}
