using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Recording;

/// <summary>Tape files that follow one another in a folder: the newest is written, the oldest go.
/// </summary>
/// <remarks>Nothing is touched before the first call. Files of earlier processes belong to it, too,
/// as far as their names say so; any other file in the folder is left alone. Used by one thread at
/// a time, but <see cref="Content"/> by any.</remarks>
/// <param name="folder">The folder; made if missing.</param>
/// <param name="prefix">What its files are called.</param>
/// <param name="limits">How it is cut, and how much is kept; valid.</param>
internal sealed class TapeSeries(string folder, string prefix, TapeLimits limits) : IDisposable
{
    private const long NanosecondsPerTick = 100;

    private readonly Queue<TapePart> _parts = new();
    private readonly long _rotateEvery = limits.RotateEvery.Ticks * NanosecondsPerTick;
    private TapeFile? _live;
    private long _liveBegin;
    private long _lastBegin;
    private long _last;
    private long _closedBytes;
    private bool _isOpen;
    private TapePart? _content;

    /// <summary>Where its files are.</summary>
    public string Folder => folder;

    /// <summary>All files as one: the first frame's time, the last one's, and the bytes; null if
    /// there are none.</summary>
    public TapePart? Content => Volatile.Read(ref _content);

    /// <summary>How many files there are.</summary>
    public int Count => _parts.Count + (_live is null ? 0 : 1);

    /// <summary>Finds the files of earlier processes.</summary>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be used.</exception>
    public void Open()
    {
        if (_isOpen)
            return;
        Directory.CreateDirectory(folder);
        var found =
            from file in new DirectoryInfo(folder).EnumerateFiles()
            let name = TapeName.TryRead(prefix, file.Name, out var read) ? read : (TapeName?)null
            where name is not null
            orderby name.Value.Nanoseconds
            select (file, name.Value.Nanoseconds);
        foreach (var (file, begin) in found)
        {
            var changed = (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks * NanosecondsPerTick;
            Add(new TapePart(file.FullName, begin, Math.Max(begin, changed), file.Length));
        }
        _isOpen = true;
        NoteContent();
    }

    /// <summary>Writes a frame to the newest file, which is begun if need be.</summary>
    /// <param name="nanoseconds">When it was received; an earlier time than the last frame's counts
    /// as that.</param>
    /// <param name="frame">The frame; without a line feed.</param>
    /// <exception cref="IOException">The disk is full, or failed. The next call begins a new file.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public void Append(long nanoseconds, ReadOnlySpan<byte> frame)
    {
        Open();
        var at = Math.Max(_last, nanoseconds);
        if (_live is not null && (_live.Size >= limits.RotateBytes || IsOld(at)))
            Complete();
        _last = at;
        try
        {
            _live ??= Begin();
            _live.Append(_last, frame);
        }
        catch (IOException)
        {
            Abandon();
            throw;
        }
    }

    /// <summary>Hands all frames to the operating system, completes a file that is old enough and
    /// removes those that are too old.</summary>
    /// <param name="nanoseconds">The time.</param>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    public void Settle(long nanoseconds)
    {
        Open();
        if (_live is not null && IsOld(nanoseconds))
            Complete();
        try
        {
            _live?.Flush();
        }
        catch (IOException)
        {
            Abandon();
            throw;
        }
        if (limits.MaxAge is { } age)
        {
            var oldest = nanoseconds - age.Ticks * NanosecondsPerTick;
            while (_parts.TryPeek(out var part) && part.End < oldest)
                RemoveOldest();
        }
        NoteContent();
    }

    /// <summary>Opens all files for reading, up to the last frame written.</summary>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    public IReadOnlyList<FilePart> OpenParts()
    {
        _live?.Flush();
        NoteContent();
        var opened = new List<FilePart>(Count);
        try
        {
            foreach (var part in _parts)
                opened.Add(FilePart.Open(part.Path, part.Bytes));
            if (_live is not null)
                opened.Add(FilePart.Open(_live.Path, _live.Size));
            return opened;
        }
        catch (IOException)
        {
            opened.ForEach(part => part.Dispose());
            throw;
        }
    }

    /// <summary>Completes the newest file.</summary>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    public void Dispose()
    {
        if (_live is not null)
            Complete();
        NoteContent();
    }

    private bool IsOld(long nanoseconds) => nanoseconds - _liveBegin >= _rotateEvery;

    private TapeFile Begin()
    {
        while (_parts.Count > 0
            && (_closedBytes + limits.RotateBytes > limits.MaxBytes
                || _parts.Count >= limits.MaxFiles))
        {
            RemoveOldest();
        }
        // Files are told apart and put into order by their names, even if the wall clock was set
        // back between two processes.
        var name = new TapeName(prefix, limits.Compress, Math.Max(_last, _lastBegin + 1));
        var file = TapeFile.Create(Path.Combine(folder, name.ToString()), limits.Compress);
        _lastBegin = name.Nanoseconds;
        _liveBegin = _last;
        return file;
    }

    private void Complete()
    {
        try
        {
            _live!.Dispose();
        }
        finally
        {
            Close();
        }
    }

    private void Abandon()
    {
        _live?.Abandon();
        Close();
        NoteContent();
    }

    private void Close()
    {
        if (_live is null)
            return;
        var path = _live.Path;
        _live = null;
        Add(new TapePart(path, _lastBegin, _last, new FileInfo(path).Length));
    }

    private void Add(TapePart part)
    {
        _parts.Enqueue(part);
        _closedBytes += part.Bytes;
        _lastBegin = Math.Max(_lastBegin, part.Begin);
    }

    private void RemoveOldest()
    {
        File.Delete(_parts.Peek().Path);
        _closedBytes -= _parts.Dequeue().Bytes;
    }

    private void NoteContent()
    {
        var begin = _parts.TryPeek(out var oldest) ? oldest.Begin
            : _live is not null ? _liveBegin
            : (long?)null;
        var end = _live is not null || _parts.Count == 0 ? _last : _parts.Max(part => part.End);
        Volatile.Write(ref _content, begin is null
            ? null
            : new TapePart(folder, begin.Value, end, _closedBytes + (_live?.Size ?? 0)));
    }
}
