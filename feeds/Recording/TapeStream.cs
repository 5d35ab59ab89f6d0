using System.IO.Compression;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Recording;

/// <summary>Reads several compressed files as one text of whole lines.</summary>
/// <remarks>A file that was cut, by a crash or because it is still being written, gives its lines
/// up to the cut: the rest of a line without an end is left out, or it would be glued to the next
/// file's first.</remarks>
/// <param name="files">The files, gzip, oldest first; they go with the stream.</param>
internal sealed class TapeStream(IReadOnlyList<FilePart> files) : ForwardStream
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _whole;
    private int _end;
    private int _next;
    private Stream? _file;

    /// <exception cref="InvalidDataException">A file is damaged, or a line has more than
    /// <see cref="TapeFile.MaxFrame"/> bytes.</exception>
    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_start == _whole)
        {
            if (!await FillAsync(cancellationToken))
                return 0;
        }
        return Take(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file?.Dispose();
            foreach (var file in files)
                file.Dispose();
        }
        base.Dispose(disposing);
    }

    private int Take(Span<byte> room)
    {
        var count = Math.Min(room.Length, _whole - _start);
        _buffer.AsSpan(_start, count).CopyTo(room);
        _start += count;
        return count;
    }

    /// <returns>False at the end of the last file.</returns>
    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        _buffer.AsSpan(_whole, _end - _whole).CopyTo(_buffer);
        _end -= _whole;
        _start = _whole = 0;
        if (_end == _buffer.Length)
            Grow();
        if (_file is null && !TryOpenNext())
            return false;
        var count = await ReadFileAsync(cancel);
        if (count == 0)
        {
            await _file!.DisposeAsync();
            _file = null;
            _end = 0;
            return true;
        }
        var line = _buffer.AsSpan(_end, count).LastIndexOf((byte)'\n');
        _whole = line < 0 ? 0 : _end + line + 1;
        _end += count;
        return true;
    }

    /// <returns>0 at the file's end, and where it was cut.</returns>
    private async ValueTask<int> ReadFileAsync(CancellationToken cancel)
    {
        try
        {
            return await _file!.ReadAsync(_buffer.AsMemory(_end), cancel);
        }
        catch (InvalidDataException) when (files[_next - 1].IsExhausted)
        {
            return 0;
        }
    }

    private bool TryOpenNext()
    {
        if (_next == files.Count)
            return false;
        _file = new GZipStream(files[_next++], CompressionMode.Decompress);
        return true;
    }

    private void Grow()
    {
        if (_buffer.Length >= 2 * TapeFile.MaxFrame)
        {
            throw new InvalidDataException(
                $"A tape has a line of more than {TapeFile.MaxFrame} bytes.");
        }
        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
