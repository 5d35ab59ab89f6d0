namespace MarketMaker.Grains.Tests.Storage;

/// <summary>A test that needs a PostgreSQL server: skipped where none is installed, but on the
/// build machine it fails.</summary>
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() =>
        Skip = PostgresServer.IsExpected ? null : PostgresServer.Missing;
}
