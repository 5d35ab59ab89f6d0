using System.Data;
using System.Data.Common;
using System.Runtime.InteropServices;
using MarketMaker.Engine.Journal;
using MarketMaker.Grains.Journal;

namespace MarketMaker.Silo.Storage;

/// <summary>A connection with the prepared statements that append to journals.</summary>
internal sealed class JournalConnection : IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DbCommand _append;
    private readonly DbCommand _snapshot;
    private readonly DbCommand _prune;

    public JournalConnection(DbConnection connection, JournalSql sql)
    {
        _connection = connection;
        _append = Command(sql.Append);
        _append.Add("pair", DbType.String);
        _append.Add("epoch", DbType.Int64);
        _append.Add("first", DbType.Int64);
        _append.Add("count", DbType.Int32);
        _append.Add("payload", DbType.Binary);
        _append.Add("checksum", DbType.Int64);
        _snapshot = Command(sql.WriteSnapshot);
        _snapshot.Add("pair", DbType.String);
        _snapshot.Add("epoch", DbType.Int64);
        _snapshot.Add("sequence", DbType.Int64);
        _snapshot.Add("hash", DbType.Int64);
        _snapshot.Add("payload", DbType.Binary);
        _snapshot.Add("checksum", DbType.Int64);
        _prune = Command(sql.Prune);
        _prune.Add("pair", DbType.String);
    }

    public async Task Append(
        IReadOnlyList<JournalBatch> batches, bool[] appended, CancellationToken cancellation)
    {
        await using DbTransaction transaction = await _connection.BeginTransactionAsync(
            IsolationLevel.ReadCommitted, cancellation);
        _append.Transaction = _snapshot.Transaction = _prune.Transaction = transaction;
        // Two processes that lock the same fences in different orders would wait for each other.
        foreach (int index in Enumerable.Range(0, batches.Count)
            .OrderBy(index => batches[index].Row.Pair.ToString(), StringComparer.Ordinal))
        {
            appended[index] = await Append(batches[index], cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _append.DisposeAsync();
        await _snapshot.DisposeAsync();
        await _prune.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<bool> Append(JournalBatch batch, CancellationToken cancellation)
    {
        JournalRow row = batch.Row;
        Set(_append, row.Pair.ToString(), row.Epoch, row.First, row.Count,
            Bytes(row.Payload), (long)row.Checksum);
        if (await _append.ExecuteNonQueryAsync(cancellation) < 1)
        {
            return false;
        }

        if (batch.Snapshot is { } snapshot)
        {
            Set(_snapshot, row.Pair.ToString(), snapshot.Epoch, snapshot.Sequence,
                unchecked((long)snapshot.StateHash), Bytes(snapshot.Payload),
                (long)snapshot.Checksum);
            await _snapshot.ExecuteNonQueryAsync(cancellation);
            Set(_prune, row.Pair.ToString());
            await _prune.ExecuteNonQueryAsync(cancellation);
        }

        return true;
    }

    /// <summary>The bytes, without a copy where they are an array of their own.</summary>
    private static byte[] Bytes(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out ArraySegment<byte> segment)
        && segment.Count == segment.Array!.Length
            ? segment.Array
            : memory.ToArray();

    private static void Set(DbCommand command, params object[] values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }
    }

    private DbCommand Command(string text)
    {
        DbCommand command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
