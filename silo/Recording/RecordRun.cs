using System.Globalization;
using MarketMaker.Feeds.Recording;

namespace MarketMaker.Silo.Recording;

/// <summary>Records until the time is over or the process is told to stop, and says what came of
/// it.</summary>
internal static class RecordRun
{
    public static async Task<int> RunAsync(
        RecorderOptions options, TimeSpan? duration, CancellationToken cancellation)
    {
        using var loggers = LoggerFactory.Create(builder => builder
            .AddSimpleConsole(console => console.SingleLine = true)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        try
        {
            using var recorder = new TapeRecorder(
                options, TimeProvider.System, loggers.CreateLogger<TapeRecorder>());
            using var over = new CancellationTokenSource(duration ?? Timeout.InfiniteTimeSpan);
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(
                cancellation, over.Token);
            var report = await recorder.RunAsync(ending.Token);
            await Print(options, report);
            if (report.Failure is null)
                return 0;
            await Console.Error.WriteLineAsync($"Not recorded to the end: {report.Failure}");
            return 1;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(
                $"Nothing is recorded: --out '{options.Folder}': {error.Message}");
            return 1;
        }
    }

    private static Task Print(RecorderOptions options, RecorderReport report)
    {
        (string Name, object Value)[] rows =
        [
            ("frames", report.Written.Frames),
            ("bytes of frames", report.Written.Bytes),
            ("frames dropped", report.Written.Dropped),
            ("frames that are no line", report.Written.Unfit),
            ("connections", report.Connections),
            ("files in the folder", report.Files),
            ("bytes on disk", report.FileBytes),
        ];
        var lines = rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"{row.Name,-24}{row.Value,16:n0}"));
        return Console.Out.WriteLineAsync(
            $"{options.Folder}\n{string.Join('\n', lines)}");
    }
}
