using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Transfers;

/// <summary>An account as its grain keeps it: one write for each step, and nothing in memory that
/// is not on the disk.</summary>
internal sealed class WalletSide(AccountId account, Action<string> passes)
{
    public AccountId Account => account;

    /// <summary>What is on the disk.</summary>
    public Wallet Wallet { get; private set; } = Wallet.Empty;

    /// <summary>Begins a transfer, or gets what has become of it.</summary>
    public WalletStep Begin(TransferOrder order, Instant now)
    {
        var step = Wallet.Begin(order, now);
        Write(step.Wallet);
        return step;
    }

    /// <summary>Takes a pair's answer. A later activation may have concluded already: the write of
    /// an outdated one is refused, which comes to the same.</summary>
    public void Conclude(Transfer transfer, Engine.Book.TransferOutcome outcome)
    {
        // No answer is for an activation that is out of date.
        if (outcome == Engine.Book.TransferOutcome.OutOfOrder)
            return;
        Write(Wallet.Conclude(transfer.Order.Id, outcome));
    }

    private void Write(Wallet next)
    {
        if (next == Wallet)
            return;
        passes("wallet writes");
        Wallet = next;
        passes("wallet has written");
    }
}
