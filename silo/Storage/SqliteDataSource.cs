using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MarketMaker.Silo.Storage;

/// <summary>Opens connections to the database with the settings that SQLite keeps per connection
/// and no connection string can carry.</summary>
public sealed class SqliteDataSource : DbDataSource
{
    /// <summary>How long SQLite itself waits for another writer. One worker does all the writing
    /// of the program, so only a backup or an operator's shell can be that other.</summary>
    private const int BusyTimeoutMilliseconds = 5_000;

    private readonly string _settings;

    /// <summary>A source of connections to one file.</summary>
    public SqliteDataSource(StorageOptions options)
    {
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.DatabasePath,
            Mode = SqliteOpenMode.ReadWriteCreate,
        }.ToString();
        string sync = options.DiskSync == DiskSync.Full ? "FULL" : "NORMAL";
        _settings = $"PRAGMA synchronous={sync}; PRAGMA busy_timeout={BusyTimeoutMilliseconds};";
    }

    /// <inheritdoc/>
    public override string ConnectionString { get; }

    /// <inheritdoc/>
    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    /// <inheritdoc/>
    protected override DbConnection OpenDbConnection()
    {
        DbConnection connection = CreateDbConnection();
        try
        {
            connection.Open();
            using DbCommand command = connection.CreateCommand();
            command.CommandText = _settings;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // SQLite does no asynchronous I/O, and the inherited method would skip the settings.
    /// <inheritdoc/>
    protected override ValueTask<DbConnection> OpenDbConnectionAsync(
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(OpenDbConnection());
    }
}
