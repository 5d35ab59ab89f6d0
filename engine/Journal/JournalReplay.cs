namespace MarketMaker.Engine.Journal;

/// <summary>Reads what is stored of a pair, distrusting every byte.</summary>
internal static class JournalReplay
{
    public static MarketImage Run(StoredJournal stored)
    {
        var next = 1L;
        var image = new MarketImage(0, default, default);
        if (stored.Snapshot is { } snapshot)
            (image, next) = (Open(snapshot), snapshot.Sequence + 1);
        var record = new JournalRecord();
        foreach (var row in stored.Rows)
            next = Apply(row, next, record, image);
        if (next != stored.Next)
        {
            throw new CorruptJournalException(
                stored.Pair, next, "the end", $"record {stored.Next - 1} should be the last");
        }
        return image;
    }

    private static MarketImage Open(JournalSnapshot snapshot)
    {
        var place = $"the snapshot of record {snapshot.Sequence}";
        if (!snapshot.IsWhole)
        {
            throw new CorruptJournalException(
                snapshot.Pair, snapshot.Sequence, place, "its checksum does not fit");
        }
        try
        {
            return SnapshotCodec.Read(snapshot.Payload.Span);
        }
        catch (Exception error) when (error is FormatException or InvariantBrokenException)
        {
            throw new CorruptJournalException(
                snapshot.Pair, snapshot.Sequence, place, error.Message, error);
        }
    }

    /// <summary>Applies the records of a row that are not applied yet.</summary>
    /// <returns>The sequence after the row.</returns>
    private static long Apply(
        JournalRow row, long next, JournalRecord record, MarketImage image)
    {
        var place = $"the row of records {row.First} to {row.Next - 1}";
        if (row.First > next)
        {
            throw new CorruptJournalException(
                row.Pair, next, place, "records before it are missing");
        }
        var reader = new JournalReader(row.Payload.Span);
        var sequence = row.First;
        for (; reader.Left > 0; sequence++)
        {
            try
            {
                RecordCodec.Read(ref reader, record);
                if (record.Sequence != sequence)
                    throw new FormatException($"it says that it is record {record.Sequence}");
                if (sequence >= next)
                    image.Apply(record);
            }
            catch (Exception error) when (error is FormatException or InvariantBrokenException)
            {
                throw new CorruptJournalException(
                    row.Pair, sequence, place, error.Message, error);
            }
        }
        if (sequence != row.Next || row.Count < 1)
            throw new CorruptJournalException(row.Pair, sequence, place, "its count does not fit");
        if (!row.IsWhole)
        {
            throw new CorruptJournalException(
                row.Pair, row.First, place, "its checksum does not fit");
        }
        return Math.Max(next, sequence);
    }
}
