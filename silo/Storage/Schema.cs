using System.Data.Common;
using System.Globalization;

namespace MarketMaker.Silo.Storage;

/// <summary>Brings a database to the schema of this program. Its version is SQLite's own
/// <c>user_version</c>, a field of the file's first page that commits with the transaction.
/// </summary>
internal static class Schema
{
    /// <summary>Applies the missing steps, each in a transaction of its own.</summary>
    /// <exception cref="InvalidOperationException">The database is newer than this program, which
    /// would misread it.</exception>
    public static void Apply(DbConnection connection)
    {
        int version = Version(connection);
        if (version > Migration.Latest)
        {
            throw new InvalidOperationException(
                $"The database '{connection.DataSource}' has schema version {version}; this " +
                $"program knows versions up to {Migration.Latest}. Start a newer program, or " +
                "restore a backup from before the upgrade.");
        }

        // Readers do not wait for the writer then. The mode is kept in the file, and it cannot
        // be changed inside a transaction.
        Execute(connection, "PRAGMA journal_mode=WAL;");
        foreach (Migration step in Migration.All.Skip(version))
        {
            using DbTransaction transaction = connection.BeginTransaction();
            Execute(connection, step.Script, transaction);
            Execute(connection, $"PRAGMA user_version={step.Version};", transaction);
            transaction.Commit();
        }
    }

    private static int Version(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version;";
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
