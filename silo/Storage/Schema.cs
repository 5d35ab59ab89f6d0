using System.Data.Common;
using System.Globalization;

namespace MarketMaker.Silo.Storage;

/// <summary>Brings a database to the schema of this program.</summary>
internal static class Schema
{
    /// <summary>Applies an embedded database's missing steps, each in a transaction of its own. Its
    /// version is SQLite's own <c>user_version</c>, a field of the file's first page that commits
    /// with the transaction.</summary>
    /// <exception cref="InvalidOperationException">The database is newer than this program, which
    /// would misread it.</exception>
    public static void ApplySqlite(DbConnection connection)
    {
        int version = Read(connection, "PRAGMA user_version;");
        Check(version, Migration.Sqlite, connection.DataSource);

        // Readers do not wait for the writer then. The mode is kept in the file, and it cannot
        // be changed inside a transaction.
        Execute(connection, "PRAGMA journal_mode=WAL;");
        foreach (Migration step in Migration.Sqlite.Skip(version))
        {
            using DbTransaction transaction = connection.BeginTransaction();
            Execute(connection, step.Script, transaction);
            Execute(connection, $"PRAGMA user_version={step.Version};", transaction);
            transaction.Commit();
        }
    }

    /// <summary>Applies a server's missing steps, all in one transaction, in which other processes
    /// that start wait for this one. Its version is in a table of one row.</summary>
    /// <exception cref="InvalidOperationException">The database is newer than this program, which
    /// would misread it.</exception>
    public static void ApplyPostgres(DbConnection connection)
    {
        using DbTransaction transaction = connection.BeginTransaction();
        Execute(
            connection,
            """
            SELECT pg_advisory_xact_lock(hashtext('market-maker'));
            CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL);
            INSERT INTO schema_version SELECT 0 WHERE NOT EXISTS (SELECT FROM schema_version);
            """,
            transaction);
        int version = Read(connection, "SELECT version FROM schema_version;", transaction);
        Check(version, Migration.Postgres, connection.Database);
        foreach (Migration step in Migration.Postgres.Skip(version))
        {
            Execute(connection, step.Script, transaction);
            Execute(
                connection, $"UPDATE schema_version SET version = {step.Version};", transaction);
        }

        transaction.Commit();
    }

    private static void Check(int version, IReadOnlyList<Migration> known, string database)
    {
        if (version > known.Count)
        {
            throw new InvalidOperationException(
                $"The database '{database}' has schema version {version}; this " +
                $"program knows versions up to {known.Count}. Start a newer program, or " +
                "restore a backup from before the upgrade.");
        }
    }

    private static int Read(
        DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(
        DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
