using System.Data.Common;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;
using MarketMaker.Grains.Tests.Storage;
using MarketMaker.Silo.Storage;
using Microsoft.Data.Sqlite;

namespace MarketMaker.Grains.Tests.Journal;

/// <summary>One store of each kind, made when it is first asked for.</summary>
public sealed class JournalStores : IAsyncLifetime
{
    /// <summary>What the pairs count in, as <see cref="JournalledPair"/> has them.</summary>
    public const string Steps = "ticks of 1 and lots of 1";

    private const string Memory = "memory";
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";

    private static int _pairs;

    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<string, IJournalStore> _stores = [];
    private PostgresServer? _server;
    private string _sqlite = "";

    /// <summary>The kinds that this machine can run; all of them on the build machine.</summary>
    public static TheoryData<string> Kinds => PostgresServer.IsExpected
        ? [Memory, Sqlite, Postgres]
        : [Memory, Sqlite];

    /// <summary>A pair that no other test has.</summary>
    public static PairId NewPair() =>
        PairId.Parse($"T{Interlocked.Increment(ref _pairs):00000}-USDT");

    public async Task<IJournalStore> Get(string kind)
    {
        if (!_stores.TryGetValue(kind, out var store))
        {
            store = kind switch
            {
                Sqlite => OpenSqlite(),
                Postgres => await OpenPostgres(),
                _ => new MemoryJournalStore(),
            };
            _stores.Add(kind, store);
        }
        return store;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var store in _stores.Values.OfType<IAsyncDisposable>())
            await store.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        using (var connection = new SqliteConnection(_sqlite))
            SqliteConnection.ClearPool(connection);
        _directory.Delete();
    }

    private AdoNetJournalStore OpenSqlite()
    {
        var source = new SqliteDataSource(new StorageOptions { Directory = _directory.Path });
        using DbConnection connection = source.OpenConnection();
        Schema.ApplySqlite(connection);
        _sqlite = source.ConnectionString;
        var worker = new StorageWorker();
        worker.Start();
        return new AdoNetJournalStore(source, JournalSql.For(nameof(Sqlite)), worker);
    }

    private async Task<AdoNetJournalStore> OpenPostgres()
    {
        _server = await PostgresServer.Start();
        var source = StorageSetup.PostgresSource(_server.ConnectionString);
        await using DbConnection connection = await source.OpenConnectionAsync();
        Schema.ApplyPostgres(connection);
        return new AdoNetJournalStore(
            source, JournalSql.For(nameof(Postgres)), new ConcurrentTurns());
    }
}
