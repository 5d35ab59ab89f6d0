using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MarketMaker.Silo.Storage;

/// <summary>Opens the database before any grain can ask for it and closes it after the last has
/// stopped.</summary>
internal sealed class EmbeddedDatabase(
    StorageOptions options,
    SqliteDataSource source,
    StorageWorker worker,
    ILogger<EmbeddedDatabase> logger) : ILifecycleParticipant<ISiloLifecycle>
{
    private DirectoryLock? _lock;

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(EmbeddedDatabase), ServiceLifecycleStage.RuntimeStorageServices, Open, Close);

    private Task Open(CancellationToken cancellationToken)
    {
        _lock = DirectoryLock.Take(options.Directory);
        try
        {
            using DbConnection connection = source.OpenConnection();
            Schema.ApplySqlite(connection);
        }
        catch
        {
            Release();
            throw;
        }

        worker.Start();
        logger.LogInformation(
            "Opened {Database}, schema {Version}, disk sync {DiskSync}",
            options.DatabasePath,
            Migration.Sqlite.Count,
            options.DiskSync);
        return Task.CompletedTask;
    }

    private async Task Close(CancellationToken cancellationToken)
    {
        if (_lock is null)
        {
            return;
        }

        await worker.StopAsync();
        try
        {
            Checkpoint();
        }
        finally
        {
            Release();
        }

        logger.LogInformation("Closed {Database}", options.DatabasePath);
    }

    /// <summary>Moves the write-ahead log into the file, so that the file alone is the database.
    /// </summary>
    private void Checkpoint()
    {
        using DbConnection connection = source.OpenConnection();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
    }

    private void Release()
    {
        // Pooled connections would keep the file open after the lock is gone.
        using (var connection = new SqliteConnection(source.ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _lock?.Dispose();
        _lock = null;
    }
}
