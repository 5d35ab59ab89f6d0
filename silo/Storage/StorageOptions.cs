namespace MarketMaker.Silo.Storage;

/// <summary>Where and how the embedded database stores grains' state.</summary>
public sealed record StorageOptions
{
    /// <summary>The database's file name inside <see cref="Directory"/>.</summary>
    public const string FileName = "market-maker.db";

    /// <summary>The directory that holds the database and its lock; made if missing. It belongs to
    /// one process at a time and to a local disk.</summary>
    public required string Directory { get; init; }

    /// <summary>When a commit is on the disk itself.</summary>
    public DiskSync DiskSync { get; init; }

    /// <summary>Whether clearing a state deletes its row. By default the row stays, empty, with its
    /// version, so that a second activation with an older version is still refused.</summary>
    public bool DeleteOnClear { get; init; }

    /// <summary>The database's path.</summary>
    public string DatabasePath => Path.Combine(Path.GetFullPath(Directory), FileName);
}
