using Microsoft.Extensions.Logging;

namespace MarketMaker.Grpc;

/// <summary>Lets a server within the process log where the process does.</summary>
internal sealed class LogForwarding(ILoggerFactory loggers) : ILoggerProvider
{
    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => loggers.CreateLogger(categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
        // The process owns its loggers.
    }
}
