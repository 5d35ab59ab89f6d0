using System.Data.Common;
using Npgsql;

namespace MarketMaker.Silo.Storage;

/// <summary>Brings the server's database to this program's schema before any grain can ask for it.
/// </summary>
internal sealed class PostgresDatabase(
    NpgsqlDataSource source, ILogger<PostgresDatabase> logger)
    : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) => observer.Subscribe(
        nameof(PostgresDatabase), ServiceLifecycleStage.RuntimeStorageServices, Open);

    private async Task Open(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await source.OpenConnectionAsync(cancellationToken);
        Schema.ApplyPostgres(connection);
        logger.LogInformation(
            "Opened {Database}, schema {Version}",
            connection.Database,
            Migration.Postgres.Count);
    }
}
