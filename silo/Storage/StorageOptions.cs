using MarketMaker.Grains.Journal;

namespace MarketMaker.Silo.Storage;

/// <summary>Where and how grains' state and journals are stored.</summary>
public sealed record StorageOptions
{
    /// <summary>The database's file name inside <see cref="Directory"/>.</summary>
    public const string FileName = "market-maker.db";

    /// <summary>What holds them.</summary>
    public StorageProvider Provider { get; init; }

    /// <summary>SQLite: the directory that holds the database and its lock; made if missing. It
    /// belongs to one process at a time and to a local disk.</summary>
    public string Directory { get; init; } = "";

    /// <summary>PostgreSQL: how to reach the database, in the words of Npgsql.</summary>
    public string ConnectionString { get; init; } = "";

    /// <summary>SQLite: when a commit is on the disk itself. A server has settings of its own.
    /// </summary>
    public DiskSync DiskSync { get; init; }

    /// <summary>How journals are kept.</summary>
    public JournalOptions Journal { get; init; } = new();

    /// <summary>Whether clearing a state deletes its row. By default the row stays, empty, with its
    /// version, so that a second activation with an older version is still refused.</summary>
    public bool DeleteOnClear { get; init; }

    /// <summary>The embedded database's path.</summary>
    public string DatabasePath => Path.Combine(Path.GetFullPath(Directory), FileName);
}
