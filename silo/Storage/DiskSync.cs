namespace MarketMaker.Silo.Storage;

/// <summary>When a commit is on the disk itself. <c>default</c> is <see cref="Normal"/>.</summary>
/// <remarks>Source: SQLite, PRAGMA synchronous, in write-ahead mode.</remarks>
public enum DiskSync
{
    /// <summary>At the next checkpoint. A crash of the program loses nothing; a power cut may take
    /// the last commits, never the file's integrity. About 70 µs a write.</summary>
    Normal = 0,

    /// <summary>Before the write returns. A power cut loses nothing. About 300 µs a write on a
    /// solid-state disk.</summary>
    Full = 1,
}
