using System.Data;
using System.Data.Common;
using MarketMaker.Engine.Journal;
using MarketMaker.Engine.Units;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Silo.Storage;

/// <summary>Keeps journals in a database, over ADO.NET.</summary>
/// <remarks>
/// Appending has a connection of its own, whose statements are prepared once. After a failure it is
/// given up, so that no half of a transaction lingers.
/// <para>One append at a time; any thread may open.</para>
/// </remarks>
internal sealed class AdoNetJournalStore(DbDataSource source, JournalSql sql, IStorageTurns turns)
    : IJournalStore, IAsyncDisposable
{
    private JournalConnection? _appending;

    public async Task<StoredJournal> Open(
        PairId pair, string steps, CancellationToken cancellation)
    {
        StoredJournal? stored = null;
        await turns.Run(async () => stored = await Read(pair, steps, cancellation), cancellation);
        return stored!;
    }

    public async Task<bool[]> Append(
        IReadOnlyList<JournalBatch> batches, CancellationToken cancellation)
    {
        bool[] appended = new bool[batches.Count];
        await turns.Run(() => Write(batches, appended, cancellation), cancellation);
        return appended;
    }

    public ValueTask DisposeAsync() => GiveUp();

    private async Task Write(
        IReadOnlyList<JournalBatch> batches, bool[] appended, CancellationToken cancellation)
    {
        try
        {
            _appending ??= new JournalConnection(
                await source.OpenConnectionAsync(cancellation), sql);
            await _appending.Append(batches, appended, cancellation);
        }
        catch
        {
            await GiveUp();
            throw;
        }
    }

    private async ValueTask GiveUp()
    {
        if (_appending is { } connection)
        {
            _appending = null;
            await connection.DisposeAsync();
        }
    }

    private async Task<StoredJournal> Read(
        PairId pair, string steps, CancellationToken cancellation)
    {
        await using DbConnection connection = await source.OpenConnectionAsync(cancellation);
        await using DbTransaction transaction = await connection.BeginTransactionAsync(
            IsolationLevel.ReadCommitted, cancellation);
        (long epoch, long next, string known) = await ReadFence(
            connection, transaction, pair, steps, cancellation);
        JournalSnapshot? snapshot =
            await ReadSnapshot(connection, transaction, pair, cancellation);
        List<JournalRow> rows = await ReadRows(
            connection, transaction, pair, snapshot?.Sequence ?? 0, cancellation);
        await transaction.CommitAsync(cancellation);
        return new StoredJournal(pair, epoch, next, snapshot, rows) { Steps = known };
    }

    private async Task<(long Epoch, long Next, string Steps)> ReadFence(
        DbConnection connection,
        DbTransaction transaction,
        PairId pair,
        string steps,
        CancellationToken cancellation)
    {
        await using DbCommand command = Command(connection, transaction, sql.Open, pair);
        command.Add("steps", DbType.String).Value = steps;
        await using DbDataReader row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetInt64(1), row.GetString(2));
    }

    private async Task<JournalSnapshot?> ReadSnapshot(
        DbConnection connection,
        DbTransaction transaction,
        PairId pair,
        CancellationToken cancellation)
    {
        await using DbCommand command = Command(connection, transaction, sql.ReadSnapshot, pair);
        await using DbDataReader row = await command.ExecuteReaderAsync(cancellation);
        if (!await row.ReadAsync(cancellation))
        {
            return null;
        }

        return new JournalSnapshot(
            pair,
            row.GetInt64(1),
            row.GetInt64(0),
            unchecked((ulong)row.GetInt64(2)),
            row.GetFieldValue<byte[]>(3),
            unchecked((uint)row.GetInt64(4)));
    }

    private async Task<List<JournalRow>> ReadRows(
        DbConnection connection,
        DbTransaction transaction,
        PairId pair,
        long after,
        CancellationToken cancellation)
    {
        await using DbCommand command = Command(connection, transaction, sql.ReadRows, pair);
        command.Add("sequence", DbType.Int64).Value = after;
        await using DbDataReader row = await command.ExecuteReaderAsync(cancellation);
        List<JournalRow> rows = [];
        while (await row.ReadAsync(cancellation))
        {
            rows.Add(new JournalRow(
                pair,
                row.GetInt64(2),
                row.GetInt64(0),
                row.GetInt32(1),
                row.GetFieldValue<byte[]>(3),
                unchecked((uint)row.GetInt64(4))));
        }

        return rows;
    }

    private static DbCommand Command(
        DbConnection connection, DbTransaction transaction, string text, PairId pair)
    {
        DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        command.Add("pair", DbType.String).Value = pair.ToString();
        return command;
    }
}
