using MarketMaker.Engine.Book;

namespace MarketMaker.Engine.Journal;

/// <summary>An order's answer as bytes. A rejection stands there by its name, because the numbers
/// of rejections follow their precedence and change when there is a new one.</summary>
internal static class AnswerCodec
{
    /// <summary>The least that an answer takes.</summary>
    public const int MinBytes = 5 * sizeof(long) + 5;

    public static void Write(JournalBuffer into, in ClientAnswer answer)
    {
        into.Write(answer.Account);
        into.Write(answer.ClientId);
        into.Write(answer.Fingerprint);
        into.WriteName(Codes.Name(answer.Result.Rejection));
        into.Write(answer.Result.Id);
        into.Write(answer.Result.Filled);
        into.Write(answer.Result.Resting);
        into.Write(answer.Result.Cancelled);
    }

    public static ClientAnswer Read(ref JournalReader from) =>
        new(
            from.ReadAccountId(),
            from.ReadClientOrderId(),
            from.ReadUInt64(),
            new PlaceResult(
                Codes.Rejection(from.ReadName()),
                from.ReadOrderId(),
                from.ReadQuantity(),
                from.ReadQuantity(),
                from.ReadQuantity()));
}
