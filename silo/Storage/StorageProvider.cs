namespace MarketMaker.Silo.Storage;

/// <summary>What holds grains' state and journals. <c>default</c> is <see cref="Sqlite"/>.
/// </summary>
public enum StorageProvider
{
    /// <summary>A file in a directory of the process's own: nothing else to run.</summary>
    Sqlite = 0,

    /// <summary>A PostgreSQL server, which several processes can share.</summary>
    Postgres = 1,
}
