using System.IO.Compression;

namespace MarketMaker.Feeds.Tapes;

/// <summary>Reads a tape line by line, plain or gzip.</summary>
/// <remarks>The framework's gzip reader takes a cut file for a complete one unless the process is
/// told to be strict: <c>System.IO.Compression.UseStrictValidation</c> in Directory.Build.props.
/// </remarks>
internal sealed class TapeReader : IAsyncDisposable
{
    /// <summary>The most bytes of a line.</summary>
    public const int MaxLine = 1024 * 1024;

    private readonly Stream _stream;
    private readonly FilePart? _compressed;
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _atEnd;

    private TapeReader(Stream stream, FilePart? compressed)
    {
        _stream = stream;
        _compressed = compressed;
    }

    /// <summary>Whether the file is compressed and ended before its content did; known at the end.
    /// </summary>
    public bool IsCut { get; private set; }

    /// <summary>The line, without its end; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The line's number, from 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>Whether the line had an end; only the last may lack it.</summary>
    public bool IsTerminated { get; private set; }

    /// <summary>Opens a file; gzip, of one member or several, is known by its first two bytes.
    /// </summary>
    public static TapeReader Open(string path)
    {
        var file = File.OpenRead(path);
        var isGzip = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        if (!isGzip)
            return new(file, compressed: null);
        var compressed = new FilePart(file, file.Length);
        return new(new GZipStream(compressed, CompressionMode.Decompress), compressed);
    }

    /// <summary>Reads lines that are not compressed; the stream goes with the reader.</summary>
    public static TapeReader Of(Stream lines) => new(lines, compressed: null);

    /// <summary>Reads the next line.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The compressed data is damaged, or a line has more
    /// than <see cref="MaxLine"/> bytes.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
                return Take(length, isTerminated: true);
            if (_atEnd)
                return _start < _end && Take(_end - _start, isTerminated: false);
            await FillAsync(cancel);
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private bool Take(int length, bool isTerminated)
    {
        Line = _buffer.AsMemory(_start, length);
        if (length > 0 && Line.Span[^1] == '\r')
            Line = Line[..^1];
        _start = Math.Min(_start + length + 1, _end);
        IsTerminated = isTerminated;
        LineNumber++;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end >= MaxLine)
        {
            throw new InvalidDataException(
                $"line {LineNumber + 1} has more than {MaxLine} bytes");
        }
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = await ReadFileAsync(cancel);
        _atEnd = count == 0;
        _end += count;
    }

    /// <returns>0 at the file's end, and where it was cut.</returns>
    private async ValueTask<int> ReadFileAsync(CancellationToken cancel)
    {
        try
        {
            return await _stream.ReadAsync(_buffer.AsMemory(_end), cancel);
        }
        catch (InvalidDataException) when (_compressed is { IsExhausted: true })
        {
            IsCut = true;
            return 0;
        }
    }
}
