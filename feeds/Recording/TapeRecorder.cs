using MarketMaker.Feeds.Lines;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Recording;

/// <summary>Writes down what a venue sends, byte for byte, until it is told to stop.</summary>
/// <remarks>One connection at a time: while it is replaced, the tape has a gap, which the log tells
/// of.</remarks>
public sealed class TapeRecorder : IDisposable
{
    private readonly RecorderOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<TapeRecorder> _logger;
    private readonly TapeWriter _writer;
    private readonly TapeSeries _tape;
    private readonly Backoff _backoff = new(new Random());
    private readonly CancellationTokenSource _failed = new();
    private string? _failure;
    private long _connections;

    /// <summary>Prepares a recorder; nothing is touched yet.</summary>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public TapeRecorder(
        RecorderOptions options, TimeProvider time, ILogger<TapeRecorder> logger)
    {
        options.Validate();
        _options = options;
        _time = time;
        _logger = logger;
        _tape = new TapeSeries(options.Folder, options.Venue.Name, options.Limits);
        _writer = new TapeWriter(time, OnFailure);
    }

    /// <summary>Frames written so far.</summary>
    public RecordingStatistics Statistics => _writer.Statistics;

    /// <summary>Records until cancelled, or until the disk fails; then completes the tape. Runs
    /// once.</summary>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public async Task<RecorderReport> RunAsync(CancellationToken cancel)
    {
        CheckFolder();
        using var writing = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, _failed.Token);
        var written = _writer.RunAsync(writing.Token);
        await _writer.AdoptAsync(_tape, CancellationToken.None);
        var lines = RunLinesAsync(ending.Token);
        await Task.WhenAny(lines, written);
        await ending.CancelAsync();
        await lines;
        await writing.CancelAsync();
        await written;
        return new RecorderReport(
            Statistics, _connections, _tape.Count, _tape.Content?.Bytes ?? 0, _failure);
    }

    /// <summary>Releases what the recorder holds, once it has run.</summary>
    public void Dispose()
    {
        _failed.Dispose();
        _tape.Dispose();
    }

    /// <summary>Says at once, not with the first frame, that nothing can be written.</summary>
    private void CheckFolder()
    {
        Directory.CreateDirectory(_options.Folder);
        var probe = Path.Combine(_options.Folder, Path.GetRandomFileName());
        File.Create(probe, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
    }

    private async Task RunLinesAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
            await RunLineAsync(cancel);
    }

    private async Task RunLineAsync(CancellationToken cancel)
    {
        using var line = new RecorderLine(_options, _writer, _tape, _time);
        var openedAt = (long?)null;
        try
        {
            await line.OpenAsync(cancel);
            openedAt = _time.GetTimestamp();
            _connections++;
            _logger.LogInformation("Recording {Venue}", _options.Venue.Name);
            var reason = await line.RunAsync(cancel);
            _logger.LogWarning("The line ended, the tape has a gap: {Reason}", reason);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (openedAt is null)
        {
            if (line.HttpStatus is 418 or 429)
                _backoff.Penalise();
            _logger.LogWarning(
                "Could not connect (HTTP {Status}): {Message}", line.HttpStatus, error.Message);
        }
        var lived = openedAt is { } at ? _time.GetElapsedTime(at) : TimeSpan.Zero;
        await Task.Delay(_backoff.Next(lived), _time, cancel)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void OnFailure(TapeSeries tape, Exception error)
    {
        Interlocked.CompareExchange(
            ref _failure, $"the tape in '{tape.Folder}' cannot be written: {error.Message}", null);
        _failed.Cancel();
    }
}
