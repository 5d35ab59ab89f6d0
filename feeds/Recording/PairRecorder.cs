using System.Collections.Concurrent;
using System.Threading.Channels;
using MarketMaker.Engine.Units;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MarketMaker.Feeds.Recording;

/// <summary>Keeps the latest market data of the pairs that a silo follows: a rolling window of tape
/// files for each.</summary>
/// <remarks>
/// The feeds hand over each frame and go on; a task of its own writes. A disk that is slow or fails
/// costs frames of the tape, which are counted, and nothing else. Repeats of a second line and
/// frames that speak of no pair are left out.
/// </remarks>
public sealed class PairRecorder : BackgroundService, IFrameTap, IPairTapes
{
    private const string Prefix = "tape";
    private const string LockName = "recorder.lock";

    private static readonly TimeSpan _logInterval = TimeSpan.FromMinutes(1);

    private readonly RecordingOptions _options;
    private readonly TapeLimits _limits;
    private readonly TimeProvider _time;
    private readonly ILogger<PairRecorder> _logger;
    private readonly TapeFollowers _followers = new();
    private readonly ConcurrentDictionary<PairId, TapeSeries> _tapes = new();
    private readonly TapeWriter _writer;
    private readonly Func<PairId, TapeSeries> _newTape;
    private volatile bool _isRecording;
    private FileStream? _lock;

    /// <summary>Prepares a recorder; nothing is touched yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public PairRecorder(
        RecordingOptions options, TimeProvider time, ILogger<PairRecorder> logger)
    {
        _limits = options.ToLimits();
        _options = options;
        _time = time;
        _logger = logger;
        _writer = new TapeWriter(time, OnFailure);
        _newTape = NewTape;
    }

    /// <summary>What has been written and dropped.</summary>
    public RecordingStatistics Statistics => _writer.Statistics;

    /// <summary>Records a source for its pair from now on.</summary>
    public void Follow(string venue, Instrument instrument) => _followers.Add(venue, instrument);

    /// <summary>Records a source no longer; what was recorded stays until it is too old.</summary>
    public void Unfollow(string venue, PairId pair, int source) =>
        _followers.Remove(venue, pair, source);

    /// <inheritdoc/>
    public void OnFrame(
        string venue,
        ReadOnlySpan<byte> symbol,
        long arrivedAt,
        bool isRepeat,
        ReadOnlySpan<byte> frame)
    {
        if (isRepeat || !_isRecording)
            return;
        foreach (var pair in _followers.Of(venue, symbol))
            _writer.TryWrite(_tapes.GetOrAdd(pair, _newTape), frame, arrivedAt);
    }

    /// <inheritdoc/>
    public TapeExtent? Find(PairId pair) =>
        _tapes.TryGetValue(pair, out var tape) ? ToExtent(pair, tape) : null;

    /// <inheritdoc/>
    public async ValueTask<TapeWindow?> OpenAsync(PairId pair, CancellationToken cancel)
    {
        if (!_isRecording || !_tapes.TryGetValue(pair, out var tape))
            return null;
        return await _writer.DoAsync(
            () =>
            {
                var parts = tape.OpenParts();
                return parts.Count == 0
                    ? null
                    : new TapeWindow(ToExtent(pair, tape)!, new TapeStream(parts));
            },
            cancel);
    }

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _lock = TryTakeFolder();
        _isRecording = _lock is not null;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _lock?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_isRecording)
            return;
        var writing = _writer.RunAsync(stoppingToken);
        try
        {
            await AdoptAsync(stoppingToken);
            await Task.WhenAny(writing, WatchAsync(stoppingToken));
        }
        catch (Exception error) when (IsEnd(error, stoppingToken))
        {
            _logger.LogDebug("The recorder was told to stop");
        }
        _isRecording = false;
        await CompleteAsync(writing);
    }

    private async Task CompleteAsync(Task writing)
    {
        try
        {
            await writing;
            var written = Statistics;
            _logger.LogInformation(
                "Recorded {Frames} frames, dropped {Dropped}", written.Frames, written.Dropped);
        }
        catch (Exception error)
        {
            // A defect of the recorder must not take the silo with it.
            _logger.LogError(error, "The recorder failed: nothing more is recorded");
        }
        _lock?.Dispose();
    }

    private static bool IsEnd(Exception error, CancellationToken stopping) =>
        stopping.IsCancellationRequested
        && error is OperationCanceledException or ChannelClosedException;

    /// <summary>Two processes would delete each other's files.</summary>
    private FileStream? TryTakeFolder()
    {
        try
        {
            Directory.CreateDirectory(_options.Path);
            return new FileStream(
                System.IO.Path.Combine(_options.Path, LockName),
                FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _logger.LogError(
                "Nothing is recorded: {Folder} cannot be used, or another process has it: "
                + "{Message}",
                _options.Path, error.Message);
            return null;
        }
    }

    /// <summary>What an earlier process has left is part of the window, as far as it is not too
    /// old.</summary>
    private async Task AdoptAsync(CancellationToken cancel)
    {
        foreach (var inner in new DirectoryInfo(_options.Path).EnumerateDirectories())
        {
            if (PairId.TryParse(inner.Name, out var pair))
                await _writer.AdoptAsync(_tapes.GetOrAdd(pair, _newTape), cancel);
        }
    }

    /// <summary>Says once a minute that frames were dropped.</summary>
    private async Task WatchAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(_logInterval, _time);
        var told = 0L;
        while (await timer.WaitForNextTickAsync(stopping))
        {
            var dropped = Statistics.Dropped;
            if (dropped > told)
            {
                _logger.LogWarning(
                    "{Dropped} frames were not recorded: the disk of {Path} is too slow",
                    dropped - told, _options.Path);
            }
            told = dropped;
        }
    }

    private TapeSeries NewTape(PairId pair) =>
        new(System.IO.Path.Combine(_options.Path, pair.ToString()), Prefix, _limits);

    private void OnFailure(TapeSeries tape, Exception error) =>
        _logger.LogError(
            "Nothing is recorded in {Folder} for {Rest}: {Message}",
            tape.Folder, TapeWriter.Rest, error.Message);

    private static TapeExtent? ToExtent(PairId pair, TapeSeries tape) =>
        tape.Content is { } content
            ? new TapeExtent(
                pair, TapeClock.ToTime(content.Begin), TapeClock.ToTime(content.End), content.Bytes)
            : null;
}
