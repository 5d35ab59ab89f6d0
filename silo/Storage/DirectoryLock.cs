namespace MarketMaker.Silo.Storage;

/// <summary>Keeps a data directory to one process: two would each believe to be the only writer.
/// </summary>
/// <remarks>The operating system lets go of the lock when the process ends, however it ends; the
/// file that stays behind means nothing.</remarks>
internal sealed class DirectoryLock : IDisposable
{
    private const string FileName = "market-maker.lock";

    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Takes the directory, making it if it is missing.</summary>
    /// <exception cref="InvalidOperationException">Another process has it.</exception>
    public static DirectoryLock Take(string directory)
    {
        string full = Path.GetFullPath(directory);
        Directory.CreateDirectory(full);
        string path = Path.Combine(full, FileName);
        try
        {
            return new(new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new InvalidOperationException(
                $"The data directory '{full}' is in use by another market maker: its lock " +
                $"'{path}' is held. Stop that one, or name another directory.",
                error);
        }
    }

    public void Dispose() => _file.Dispose();
}
