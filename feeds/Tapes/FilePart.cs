namespace MarketMaker.Feeds.Tapes;

/// <summary>The beginning of a file: what was written when it was opened for reading, however much
/// is added meanwhile.</summary>
internal sealed class FilePart(FileStream file, long length) : ForwardStream
{
    private long _left = length;

    /// <summary>Whether a reader wanted more than there is. A decompressor that fails before has
    /// met damage; one that fails then lacks what was cut off.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Opens a file that may be written and deleted meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">How many of its bytes are read.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static FilePart Open(string path, long length) =>
        new(new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), length);

    public override int Read(byte[] buffer, int offset, int count) =>
        Counted(file.Read(buffer, offset, (int)Math.Min(count, _left)), count);

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var room = buffer[..(int)Math.Min(buffer.Length, _left)];
        return Counted(await file.ReadAsync(room, cancellationToken), buffer.Length);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int count, int wanted)
    {
        _left -= count;
        IsExhausted |= count == 0 && wanted > 0;
        return count;
    }
}
