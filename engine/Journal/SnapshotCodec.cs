using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;

namespace MarketMaker.Engine.Journal;

/// <summary>A market as bytes: first what must agree, however it was recovered, then the end of
/// the trade log and the day's volume.</summary>
internal static class SnapshotCodec
{
    private const byte Version = 1;
    private const int MinOrderBytes = 4 * sizeof(long);
    private const int BucketBytes = 3 * sizeof(long);

    /// <summary>Writes all of it.</summary>
    /// <returns>The state's hash.</returns>
    public static ulong Write(
        JournalBuffer into,
        EngineSnapshot market,
        ClientOrders answers,
        FillLog log,
        RollingVolume volume)
    {
        into.Write(Version);
        var hash = WriteState(into, market, answers);
        FillCodec.Write(into, log.Snapshot());
        var buckets = volume.Snapshot();
        into.Write(buckets.Count);
        foreach (var bucket in buckets)
        {
            into.Write(bucket.Period);
            into.Write(bucket.Quantity);
            into.Write(bucket.Notional);
        }
        return hash;
    }

    /// <summary>Writes what must agree.</summary>
    /// <returns>The state's hash.</returns>
    public static ulong WriteState(
        JournalBuffer into, EngineSnapshot market, ClientOrders answers)
    {
        var start = into.Length;
        into.Write(market.LastFill);
        into.Write(market.LastPrice);
        into.Write(market.VenueFees);
        into.WriteText(market.HaltReason);
        into.Write(market.Accounts.Count);
        foreach (var account in market.Accounts)
            AccountCodec.Write(into, account);
        into.Write(market.Orders.Count);
        foreach (var order in market.Orders)
            OrderCodec.Write(into, order);
        KeptAnswer[] kept = [.. market.Accounts.SelectMany(account => answers.Of(account.Name))];
        into.Write(kept.Length);
        foreach (var (answer, fills) in kept)
        {
            AnswerCodec.Write(into, answer);
            FillCodec.Write(into, fills);
        }
        return StateHash.Of(into.From(start));
    }

    /// <summary>Reads what <see cref="Write"/> has written.</summary>
    /// <exception cref="FormatException">It has not.</exception>
    public static MarketImage Read(ReadOnlySpan<byte> bytes)
    {
        var from = new JournalReader(bytes);
        var version = from.ReadByte();
        if (version != Version)
            throw new FormatException($"its version is {version}, this program reads {Version}");
        var image = new MarketImage(
            from.ReadInt64(), from.ReadPrice(), from.ReadNotional())
        {
            HaltReason = from.ReadText(),
        };
        for (var left = from.ReadCount(AccountCodec.MinBytes); left > 0; left--)
            image.Put(AccountCodec.Read(ref from));
        for (var left = from.ReadCount(MinOrderBytes); left > 0; left--)
            image.Put(OrderCodec.Read(ref from));
        for (var left = from.ReadCount(AnswerCodec.MinBytes); left > 0; left--)
            image.Answers.Add(AnswerCodec.Read(ref from), FillCodec.ReadAll(ref from));
        image.Log.Append(FillCodec.ReadAll(ref from));
        var buckets = new VolumeBucket[from.ReadCount(BucketBytes)];
        for (var i = 0; i < buckets.Length; i++)
        {
            buckets[i] = new VolumeBucket(
                from.ReadInt64(), from.ReadQuantity(), from.ReadNotional());
        }
        image.Volume.Restore(buckets);
        return from.Left == 0
            ? image
            : throw new FormatException($"it has {from.Left} bytes too many");
    }
}
