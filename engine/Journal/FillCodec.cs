using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Journal;

/// <summary>A trade as bytes.</summary>
internal static class FillCodec
{
    /// <summary>The least that a trade takes.</summary>
    public const int MinBytes = 8 * sizeof(long) + 3;

    public static void Write(JournalBuffer into, in Fill fill)
    {
        into.Write(fill.Number);
        into.Write(fill.At);
        into.Write((byte)fill.TakerSide);
        into.Write(fill.Price);
        into.Write(fill.Quantity);
        into.Write(fill.Maker);
        into.Write(fill.Taker);
        into.Write(fill.MakerAccount);
        into.Write(fill.TakerAccount);
        into.Write(fill.MakerFee);
        into.Write(fill.TakerFee);
    }

    public static Fill Read(ref JournalReader from) =>
        new(
            from.ReadInt64(),
            from.ReadInstant(),
            Codes.Side(from.ReadByte()),
            from.ReadPrice(),
            from.ReadQuantity(),
            from.ReadOrderId(),
            from.ReadOrderId(),
            from.ReadAccountId(),
            from.ReadAccountId(),
            from.ReadNotional(),
            from.ReadNotional());

    public static void Write(JournalBuffer into, ReadOnlySpan<Fill> fills)
    {
        into.Write(fills.Length);
        foreach (ref readonly var fill in fills)
            Write(into, fill);
    }

    public static Fill[] ReadAll(ref JournalReader from)
    {
        var fills = new Fill[from.ReadCount(MinBytes)];
        for (var i = 0; i < fills.Length; i++)
            fills[i] = Read(ref from);
        return fills;
    }
}
