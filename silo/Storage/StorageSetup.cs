using Orleans.Providers;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace MarketMaker.Silo.Storage;

/// <summary>Adds the storage of grains' state to a silo: an SQLite file in a directory of its own,
/// without any server to run.</summary>
/// <remarks>
/// A file belongs to one process, hence to a cluster of one silo. A cluster of several needs a
/// database server behind the same provider; that would be another method beside this one.
/// <para>States are written with the Orleans serializer: they carry <c>[GenerateSerializer]</c>,
/// <c>[Alias]</c> and <c>[Id]</c>, and an id is never reused. The choice cannot be changed once
/// there are files.</para>
/// </remarks>
public static class StorageSetup
{
    /// <summary>The ADO.NET storage behind the worker. No grain should name it.</summary>
    private const string InnerProvider = "sqlite-direct";

    /// <summary>The invariant name by which the ADO.NET storage loads Microsoft.Data.Sqlite.
    /// </summary>
    private const string Invariant = "System.Data.SQLite";

    /// <summary>Adds the default storage provider in a directory, with the default options.
    /// </summary>
    public static ISiloBuilder AddStorage(this ISiloBuilder silo, string directory) =>
        silo.AddStorage(new StorageOptions { Directory = directory });

    /// <summary>Adds the default storage provider. The silo fails to start if another process has
    /// the directory or a newer program has upgraded the database.</summary>
    public static ISiloBuilder AddStorage(this ISiloBuilder silo, StorageOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Directory);
        silo.AddAdoNetGrainStorage(InnerProvider, storage => storage
            .Configure<SqliteDataSource>((settings, source) =>
            {
                settings.Invariant = Invariant;
                settings.DataSource = source;
                settings.DeleteStateOnClear = options.DeleteOnClear;
                settings.GrainStorageSerializer = new StoredStateSerializer();
            }));
        return silo.ConfigureServices(services => services
            .AddSingleton(options)
            .AddSingleton<SqliteDataSource>()
            .AddSingleton<StorageWorker>()
            .AddSingleton<ILifecycleParticipant<ISiloLifecycle>, EmbeddedDatabase>()
            .AddGrainStorage(
                ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME, (found, _) => Front(found)));
    }

    private static SingleWriterGrainStorage Front(IServiceProvider services) => new(
        services.GetRequiredKeyedService<IGrainStorage>(InnerProvider),
        services.GetRequiredService<StorageWorker>(),
        new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()),
        services.GetRequiredService<IActivatorProvider>());
}
