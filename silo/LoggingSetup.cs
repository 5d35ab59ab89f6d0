using Microsoft.Extensions.Logging.Console;

namespace MarketMaker.Silo;

/// <summary>Adds the log: a line an event, on the console.</summary>
internal static class LoggingSetup
{
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            console.UseUtcTimestamp = true;
        });
        // Commands whose standard output is their result log to standard error.
        if (builder.Configuration.GetValue<bool>("Logging:ToStandardError"))
        {
            builder.Services.Configure<ConsoleLoggerOptions>(
                options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }
}
