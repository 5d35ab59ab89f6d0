using System.Buffers.Text;
using System.IO.Compression;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Recording;

/// <summary>A tape that is being written: <c>&lt;local ns&gt; &lt;frame&gt;</c> a line, gzip of one
/// member or plain. Used by one thread at a time.</summary>
/// <remarks>After <see cref="Flush"/> all lines so far can be read, even if the process dies and
/// the gzip never gets its end.</remarks>
internal sealed class TapeFile : IDisposable
{
    /// <summary>The most bytes of a frame: with its time it is a line that can be read.</summary>
    public const int MaxFrame = TapeReader.MaxLine - 32;

    private const int LongestTime = 20;

    private readonly FileStream _file;
    private readonly GZipStream? _gzip;
    private readonly Stream _out;
    private byte[] _line = new byte[4096];
    private bool _isFlushed = true;

    private TapeFile(FileStream file, bool compress)
    {
        _file = file;
        _gzip = compress ? new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true) : null;
        _out = _gzip is null ? file : _gzip;
    }

    /// <summary>The file's path.</summary>
    public string Path => _file.Name;

    /// <summary>How many bytes have gone to the file: after <see cref="Flush"/>, all.</summary>
    public long Size => _file.Position;

    /// <summary>Makes a file.</summary>
    /// <exception cref="IOException">It exists, or cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static TapeFile Create(string path, bool compress) =>
        new(new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.Read | FileShare.Delete,
                // The compressor hands over blocks; what failed is not tried again at the end.
                BufferSize = 0,
            }),
            compress);

    /// <summary>Writes a line.</summary>
    /// <param name="nanoseconds">When the frame was received, in ns since 1970-01-01 UTC.</param>
    /// <param name="frame">The frame; without a line feed, at most <see cref="MaxFrame"/>.</param>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    public void Append(long nanoseconds, ReadOnlySpan<byte> frame)
    {
        if (_line.Length < frame.Length + LongestTime + 2)
            _line = new byte[frame.Length * 2 + LongestTime];
        Utf8Formatter.TryFormat(nanoseconds, _line, out var length);
        _line[length++] = (byte)' ';
        frame.CopyTo(_line.AsSpan(length));
        length += frame.Length;
        _line[length++] = (byte)'\n';
        _isFlushed = false;
        Hand(length);
    }

    /// <summary>Hands all lines to the operating system.</summary>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    public void Flush()
    {
        if (_isFlushed)
            return;
        Hand(length: 0);
        _isFlushed = true;
    }

    /// <summary>Closes the file as it is, after a write has failed: it can be read up to the last
    /// flush, or a little further.</summary>
    public void Abandon() => _file.Dispose();

    /// <summary>Completes and closes the file.</summary>
    /// <exception cref="IOException">The disk is full, or failed.</exception>
    public void Dispose()
    {
        try
        {
            _gzip?.Dispose();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
        finally
        {
            _file.Dispose();
        }
    }

    /// <summary>Writes the line that was put together; without one, hands all to the system.
    /// </summary>
    private void Hand(int length)
    {
        try
        {
            if (length > 0)
            {
                _out.Write(_line, 0, length);
                return;
            }
            _out.Flush();
            _file.Flush();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw TooLarge(error);
        }
    }

    /// <summary>The framework answers EFBIG with an exception of another kind.</summary>
    private IOException TooLarge(Exception error) => new(
        $"'{Path}' is too large for its file system or for this process", error);
}
