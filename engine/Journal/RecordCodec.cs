using System.Runtime.InteropServices;

namespace MarketMaker.Engine.Journal;

/// <summary>A record as bytes: its length, a checksum of the length and the body, the body.
/// </summary>
internal static class RecordCodec
{
    private const int HeadBytes = 2 * sizeof(uint);
    private const int MinChangeBytes = sizeof(byte) + sizeof(long);

    public static void Write(JournalBuffer into, JournalRecord record)
    {
        var head = into.Reserve(HeadBytes);
        var body = into.Length;
        WriteBody(into, record);
        into.Overwrite(head, (uint)(into.Length - body));
        into.Overwrite(head + sizeof(uint), Sum(into.From(head)));
    }

    /// <summary>Reads the next record of a row.</summary>
    /// <param name="from">The row.</param>
    /// <param name="record">What to read into.</param>
    /// <exception cref="FormatException">There is no whole record.</exception>
    public static void Read(ref JournalReader from, JournalRecord record)
    {
        var whole = from;
        var length = from.ReadUInt32();
        var checksum = from.ReadUInt32();
        if (length > from.Left)
            throw new FormatException("it ends too early");
        var body = from.Take((int)length);
        if (checksum != Sum(whole.Take(HeadBytes + (int)length)))
            throw new FormatException("its checksum does not fit");
        var reader = new JournalReader(body);
        ReadBody(ref reader, record);
        if (reader.Left > 0)
            throw new FormatException($"it has {reader.Left} bytes too many");
    }

    /// <summary>The checksum of a record: all of it but the checksum itself.</summary>
    private static uint Sum(ReadOnlySpan<byte> record) =>
        Crc32C.Of(record[HeadBytes..], Crc32C.Of(record[..sizeof(uint)]));

    private static void WriteBody(JournalBuffer into, JournalRecord record)
    {
        into.Write(record.Sequence);
        into.Write(record.At);
        FillCodec.Write(into, CollectionsMarshal.AsSpan(record.Fills));
        into.Write(record.Orders.Count);
        foreach (var change in record.Orders)
            Write(into, change);
        into.Write(record.Accounts.Count);
        foreach (var account in record.Accounts)
            AccountCodec.Write(into, account);
        into.Write(record.Answer.HasValue);
        if (record.Answer is { } answer)
            AnswerCodec.Write(into, answer);
        into.Write(record.Halt.HasValue);
        if (record.Halt is { } halt)
            into.WriteText(halt.Reason);
    }

    private static void ReadBody(ref JournalReader from, JournalRecord record)
    {
        record.Clear();
        record.Sequence = from.ReadInt64();
        record.At = from.ReadInstant();
        record.Fills.AddRange(FillCodec.ReadAll(ref from));
        for (var left = from.ReadCount(MinChangeBytes); left > 0; left--)
            record.Orders.Add(ReadChange(ref from));
        for (var left = from.ReadCount(AccountCodec.MinBytes); left > 0; left--)
            record.Accounts.Add(AccountCodec.Read(ref from));
        if (from.ReadBoolean())
            record.Answer = AnswerCodec.Read(ref from);
        if (from.ReadBoolean())
            record.Halt = new HaltChange(from.ReadText());
    }

    private static void Write(JournalBuffer into, in OrderChange change)
    {
        into.Write(change.Requeued);
        into.Write(change.Order.HasValue);
        if (change.Order is { } order)
            OrderCodec.Write(into, order);
        else
            into.Write(change.Id);
    }

    private static OrderChange ReadChange(ref JournalReader from)
    {
        var requeued = from.ReadBoolean();
        if (!from.ReadBoolean())
            return new OrderChange(from.ReadOrderId(), requeued, null);
        var order = OrderCodec.Read(ref from);
        return new OrderChange(order.Id, requeued, order);
    }
}
