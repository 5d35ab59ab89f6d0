using MarketMaker.Silo.Storage;
using Microsoft.Data.Sqlite;
using Orleans.TestingHost;

namespace MarketMaker.Grains.Tests.Storage;

public sealed class EmbeddedDatabaseTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private StorageOptions Options => new() { Directory = _directory.Path };

    public void Dispose() => _directory.Delete();

    [Fact]
    public async Task A_restarted_cluster_finds_its_grains_state()
    {
        await using (InProcessTestCluster first = await Start())
        {
            await first.Client.GetGrain<INoteGrain>("BTC-USD").Write("a", "b");
            await first.StopAllSilosAsync();
        }

        await using InProcessTestCluster second = await Start();

        Assert.Equal(("a", "b"), await second.Client.GetGrain<INoteGrain>("BTC-USD").Read());
    }

    [Fact]
    public async Task A_stopped_silo_leaves_one_file_that_is_whole()
    {
        await using (InProcessTestCluster cluster = await Start())
        {
            await cluster.Client.GetGrain<INoteGrain>("BTC-USD").Write("a", "b");
            await cluster.StopAllSilosAsync();
        }

        Assert.Equal(
            [StorageOptions.FileName, "market-maker.lock"],
            Directory.GetFiles(_directory.Path).Select(Path.GetFileName).Order());
        Assert.Equal(2L, Scalar("SELECT count(*) FROM OrleansStorage"));
        Assert.Equal("ok", Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_second_silo_on_the_directory_does_not_start()
    {
        await using InProcessTestCluster first = await Start();

        Exception error = await Assert.ThrowsAnyAsync<Exception>(Start);

        Assert.StartsWith(
            $"The data directory '{_directory.Path}' is in use by another market maker",
            error.Message);
        await first.Client.GetGrain<INoteGrain>("BTC-USD").Write("a", "b");
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_untouched()
    {
        Scalar("PRAGMA user_version=99");

        Exception error = await Assert.ThrowsAnyAsync<Exception>(Start);

        Assert.Equal(
            $"The database '{Options.DatabasePath}' has schema version 99; this program knows " +
            $"versions up to {Migration.Sqlite.Count}. Start a newer program, or restore a " +
            "backup from before the upgrade.",
            error.GetBaseException().Message);
        Assert.Equal(0L, Scalar("SELECT count(*) FROM sqlite_schema"));
    }

    [Theory]
    [InlineData(DiskSync.Normal, 1L)]
    [InlineData(DiskSync.Full, 2L)]
    public void Each_connection_has_the_settings(DiskSync sync, long expected)
    {
        using SqliteDataSource source = new(Options with { DiskSync = sync });
        using SqliteConnection connection = (SqliteConnection)source.OpenConnection();
        Schema.ApplySqlite(connection);

        Assert.Equal(expected, Scalar(connection, "PRAGMA synchronous"));
        Assert.Equal(5_000L, Scalar(connection, "PRAGMA busy_timeout"));
        Assert.Equal("wal", Scalar(connection, "PRAGMA journal_mode"));
        SqliteConnection.ClearPool(connection);
    }

    [Fact]
    public void A_step_of_the_schema_is_applied_once()
    {
        using SqliteDataSource source = new(Options);
        using SqliteConnection connection = (SqliteConnection)source.OpenConnection();

        Schema.ApplySqlite(connection);
        Schema.ApplySqlite(connection);

        Assert.Equal((long)Migration.Sqlite.Count, Scalar(connection, "PRAGMA user_version"));
        Assert.Equal(4L, Scalar(connection, "SELECT count(*) FROM OrleansQuery"));
        SqliteConnection.ClearPool(connection);
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private object? Scalar(string sql)
    {
        string path = Options.DatabasePath;
        using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        connection.Open();
        return Scalar(connection, sql);
    }

    private Task<InProcessTestCluster> Start() =>
        LocalCluster.StartAsync(1, silo => silo.AddStorage(Options));
}
