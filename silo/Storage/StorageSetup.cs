using System.Data.Common;
using MarketMaker.Grains.Journal;
using Npgsql;
using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace MarketMaker.Silo.Storage;

/// <summary>Adds to a silo what stores grains' state and journals: an SQLite file in a directory of
/// its own, without any server to run, or a PostgreSQL server.</summary>
/// <remarks>
/// A file belongs to one process, hence to a cluster of one silo. A server may serve several.
/// <para>States are written with the Orleans serializer: they carry <c>[GenerateSerializer]</c>,
/// <c>[Alias]</c> and <c>[Id]</c>, and an id is never reused. The choice cannot be changed once
/// there are files.</para>
/// </remarks>
public static class StorageSetup
{
    /// <summary>The ADO.NET storage behind the queue. No grain should name it.</summary>
    private const string InnerProvider = "direct";

    /// <summary>The invariant name by which the ADO.NET storage loads Microsoft.Data.Sqlite.
    /// </summary>
    private const string SqliteInvariant = "System.Data.SQLite";

    /// <summary>The invariant name by which the ADO.NET storage loads Npgsql.</summary>
    private const string PostgresInvariant = "Npgsql";

    /// <summary>Adds storage in a directory, with the default options.</summary>
    public static ISiloBuilder AddStorage(this ISiloBuilder silo, string directory) =>
        silo.AddStorage(new StorageOptions { Directory = directory });

    /// <summary>Adds storage. The silo fails to start if the database cannot be opened, another
    /// process has the directory, or a newer program has upgraded the database.</summary>
    public static ISiloBuilder AddStorage(this ISiloBuilder silo, StorageOptions options)
    {
        silo.Services.AddSingleton(options).AddSingleton(options.Journal);
        if (options.Provider == StorageProvider.Postgres)
            silo.AddPostgres(options);
        else
            silo.AddSqlite(options);
        silo.Services
            .AddSingleton<JournalWriter>()
            .AddSingleton<ILifecycleParticipant<ISiloLifecycle>, JournalLifetime>()
            .AddGrainStorage(
                ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, (found, _) => Front(found));
        return silo;
    }

    private static void AddSqlite(this ISiloBuilder silo, StorageOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Directory);
        silo.AddInner<SqliteDataSource>(SqliteInvariant, options);
        silo.Services
            .AddSingleton<SqliteDataSource>()
            .AddSingleton<StorageWorker>()
            .AddSingleton<IStorageTurns>(found => found.GetRequiredService<StorageWorker>())
            .AddSingleton<IJournalStore>(found => new AdoNetJournalStore(
                found.GetRequiredService<SqliteDataSource>(),
                JournalSql.For("Sqlite"),
                found.GetRequiredService<IStorageTurns>()))
            .AddSingleton<ILifecycleParticipant<ISiloLifecycle>, EmbeddedDatabase>();
    }

    private static void AddPostgres(this ISiloBuilder silo, StorageOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.ConnectionString);
        silo.AddInner<NpgsqlDataSource>(PostgresInvariant, options);
        silo.Services
            .AddSingleton(PostgresSource(options.ConnectionString))
            .AddSingleton<IStorageTurns, ConcurrentTurns>()
            .AddSingleton<IJournalStore>(found => new AdoNetJournalStore(
                found.GetRequiredService<NpgsqlDataSource>(),
                JournalSql.For("Postgres"),
                found.GetRequiredService<IStorageTurns>()))
            .AddSingleton<ILifecycleParticipant<ISiloLifecycle>, PostgresDatabase>();
    }

    /// <summary>Connections that prepare by themselves what they are asked again.</summary>
    internal static NpgsqlDataSource PostgresSource(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
        });

    private static void AddInner<TSource>(
        this ISiloBuilder silo, string invariant, StorageOptions options)
        where TSource : DbDataSource =>
        silo.AddAdoNetGrainStorage(InnerProvider, storage => storage
            .Configure<TSource>((settings, source) =>
            {
                settings.Invariant = invariant;
                settings.DataSource = source;
                settings.DeleteStateOnClear = options.DeleteOnClear;
                settings.GrainStorageSerializer = new StoredStateSerializer();
            }));

    private static QueuedGrainStorage Front(IServiceProvider services) => new(
        services.GetRequiredKeyedService<IGrainStorage>(InnerProvider),
        services.GetRequiredService<IStorageTurns>(),
        new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()),
        services.GetRequiredService<IActivatorProvider>());
}
