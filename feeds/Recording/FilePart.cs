namespace MarketMaker.Feeds.Recording;

/// <summary>The beginning of a file: what was written when it was opened for reading, however much
/// is added meanwhile.</summary>
internal sealed class FilePart(FileStream file, long length) : Stream
{
    private long _left = length;

    /// <summary>Opens a file that may be written and deleted meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How many of its bytes are read.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FilePart Open(string path, long length) =>
        new(new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), length);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Counted(file.Read(buffer, offset, (int)Math.Min(count, _left)));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await file.ReadAsync(
            buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken));

    public override Task<int> ReadAsync(
        byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int count)
    {
        _left -= count;
        return count;
    }
}
