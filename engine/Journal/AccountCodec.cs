using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Journal;

/// <summary>An account as bytes.</summary>
internal static class AccountCodec
{
    /// <summary>The least that an account takes.</summary>
    public const int MinBytes = 6 * sizeof(long) + 3 * sizeof(int) + 3;

    public static void Write(JournalBuffer into, AccountSnapshot account)
    {
        into.Write(account.Name);
        into.Write(account.Base);
        into.Write(account.Quote);
        into.Write(account.Terms.Group);
        into.Write(account.Terms.FeeTier);
        into.Write(account.Terms.MaxOpenOrders);
        into.Write(account.Terms.MaxQuantity);
        into.Write(account.LastTransfer.Number.Value);
        into.Write(account.LastTransfer.Base);
        into.Write(account.LastTransfer.Quote);
        into.Write((byte)account.LastTransfer.Outcome);
    }

    public static AccountSnapshot Read(ref JournalReader from) =>
        new(from.ReadAccountId(), from.ReadQuantity(), from.ReadNotional())
        {
            Terms = new AccountTerms(
                from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadQuantity()),
            LastTransfer = new AppliedTransfer(
                new TransferNumber(from.ReadInt64()),
                from.ReadQuantity(),
                from.ReadNotional(),
                Codes.Outcome(from.ReadByte())),
        };
}
