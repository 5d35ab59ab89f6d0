using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Book;

/// <summary>Moves funds between wallets and the pair, each transfer once.</summary>
/// <remarks>
/// A wallet numbers its transfers with a pair without gaps and sends the next one only when it
/// has, durably, the answer to the last. So one transfer of each account is all that must be
/// remembered: whoever repeats an older one than that has had its answer and is out of date.
/// </remarks>
internal sealed class AppliedTransfers(Ledger ledger)
{
    private readonly Dictionary<int, AppliedTransfer> _last = [];

    /// <summary>The last transfer of an account; <c>default</c> before the first.</summary>
    public AppliedTransfer Last(int account) => _last.GetValueOrDefault(account);

    /// <summary>Carries out a transfer, or gives the answer that it was given before.</summary>
    public TransferResult Apply(
        AccountId name, TransferNumber number, Quantity amount, Notional money)
    {
        var isKnown = ledger.TryFind(name, out var account);
        var last = isKnown ? Last(account) : default;
        if (number == last.Number && number.Value > 0)
        {
            return amount == last.Base && money == last.Quote
                ? new TransferResult(last.Outcome, IsRepeat: true)
                : new TransferResult(TransferOutcome.OutOfOrder, IsRepeat: false);
        }
        if (number != last.Number.Next)
            return new TransferResult(TransferOutcome.OutOfOrder, IsRepeat: false);
        if (!isKnown && ledger.Count >= Ledger.MaxAccounts)
            return new TransferResult(TransferOutcome.TooManyAccounts, IsRepeat: false);
        account = ledger.Open(name);
        var outcome = Move(account, amount, money);
        _last[account] = new AppliedTransfer(number, amount, money, outcome);
        return new TransferResult(outcome, IsRepeat: false);
    }

    /// <summary>Remembers a transfer whose effect the balances show already.</summary>
    public void Restore(int account, in AppliedTransfer last)
    {
        if (last != default)
            _last[account] = last;
    }

    /// <summary>Does again what was done before a crash.</summary>
    public void Replay(AccountId name, in AppliedTransfer transfer)
    {
        var account = ledger.Open(name);
        Invariant.Holds(transfer.Number == Last(account).Number.Next);
        if (transfer.Outcome == TransferOutcome.Moved)
        {
            var outcome = Move(account, transfer.Base, transfer.Quote);
            Invariant.Holds(outcome == TransferOutcome.Moved);
        }
        _last[account] = transfer;
    }

    private TransferOutcome Move(int account, Quantity amount, Notional money)
    {
        if (amount <= Quantity.Zero && money <= Notional.Zero && (amount, money) != default)
        {
            return ledger.TryWithdraw(account, amount, money)
                ? TransferOutcome.Moved
                : TransferOutcome.InsufficientFunds;
        }
        return (amount, money) != default && ledger.TryDeposit(account, amount, money)
            ? TransferOutcome.Moved
            : TransferOutcome.AmountOutOfRange;
    }
}
