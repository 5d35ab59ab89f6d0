using System.Runtime.CompilerServices;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Recording;

namespace MarketMaker.Feeds.Tapes;

/// <summary>Reads a tape as what a venue said of chosen pairs: the adapters' parsing without their
/// sockets.</summary>
/// <remarks>Streams: a tape of any length takes the memory of a line. A recorder's clock that was
/// set back does not run backwards here: an earlier stamp counts as the latest before it. The same
/// tape gives the same events, always.</remarks>
public sealed class VenueTape
{
    /// <summary>The most bytes that are read, after decompression: 16 GiB, more than a day of a
    /// hundred pairs. The rest is left, and <see cref="TapeReading.EndedEarly"/> says so.</summary>
    public const long DefaultMaxBytes = 16L * 1024 * 1024 * 1024;

    private readonly IReadOnlyList<(string Name, Func<TapeReader> Open)> _parts;
    private readonly IReadOnlyCollection<Instrument> _instruments;

    /// <summary>A tape of files.</summary>
    /// <param name="paths">The files, oldest first, each plain or gzip.</param>
    /// <param name="instruments">The pairs; frames of others are passed over.</param>
    public VenueTape(IReadOnlyList<string> paths, IReadOnlyCollection<Instrument> instruments)
    {
        _parts = [.. paths.Select(path => (path, (Func<TapeReader>)(() => TapeReader.Open(path))))];
        _instruments = instruments;
    }

    /// <summary>What this silo has recorded of a pair; read once, and disposed by its owner.
    /// </summary>
    /// <param name="window">The window.</param>
    /// <param name="instruments">The pairs; frames of others are passed over.</param>
    public VenueTape(TapeWindow window, IReadOnlyCollection<Instrument> instruments)
    {
        var name = $"the recorded window of {window.Extent.Pair}";
        _parts = [(name, () => TapeReader.Of(window.Lines))];
        _instruments = instruments;
    }

    /// <summary>The most bytes that are read, after decompression.</summary>
    public long MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>What came of the last reading, or of the one that goes on.</summary>
    public TapeReading Reading { get; private set; } = new();

    /// <summary>Reads from the beginning.</summary>
    /// <remarks>Damaged lines are skipped and counted, a file that is cut or damaged is read up to
    /// there: <see cref="Reading"/> tells both.</remarks>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="IOException">A file could not be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public async IAsyncEnumerable<TapeEvent> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var reading = Reading = new TapeReading();
        var frames = new VenueFrames(_instruments);
        var events = new List<TapeEvent>();
        var (bytes, last) = (0L, default(Instant));
        foreach (var (path, open) in _parts)
        {
            await using var reader = open();
            while (await NextAsync(reader, path, reading, cancel))
            {
                bytes += reader.Line.Length + 1;
                if (bytes > MaxBytes)
                {
                    reading.EndedEarly = new(
                        path, reader.LineNumber, $"the tape has more than {MaxBytes} bytes");
                    yield break;
                }
                events.Clear();
                Read(reader, path, frames, reading, ref last, events);
                foreach (var read in events)
                    yield return read;
            }
            if (reader.IsCut)
            {
                reading.EndedEarly ??= new(
                    path, reader.LineNumber, "the compressed tape is cut off after this line");
            }
        }
    }

    private static async ValueTask<bool> NextAsync(
        TapeReader reader, string path, TapeReading reading, CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(cancel);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            reading.EndedEarly ??= new(path, reader.LineNumber + 1, error.Message);
            return false;
        }
    }

    private static void Read(
        TapeReader reader,
        string path,
        VenueFrames frames,
        TapeReading reading,
        ref Instant last,
        List<TapeEvent> events)
    {
        reading.Lines++;
        if (!TapeLine.TryRead(reader.Line, mayBeCut: !reader.IsTerminated, out var line))
        {
            var what = reader.IsTerminated
                ? "expected '<local ns> <json>'"
                : "the line is cut off";
            reading.Count(new(path, reader.LineNumber, what));
            return;
        }
        var at = new Instant(line.Nanoseconds / 1000);
        last = at > last ? at : last;
        switch (frames.Read(line.Frame.Span, last, events))
        {
            case TapeFrame.Event: reading.Events += events.Count; break;
            case TapeFrame.Ignored: reading.Ignored++; break;
            case TapeFrame.Stale: reading.Stale++; break;
            case TapeFrame.Crossed: reading.Crossed++; break;
            default:
                reading.Count(new(path, reader.LineNumber, "the frame cannot be read"));
                break;
        }
    }
}
