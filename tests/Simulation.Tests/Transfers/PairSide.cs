using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using MarketMaker.Engine.Accounts;

namespace MarketMaker.Simulation.Tests.Transfers;

/// <summary>A pair's market as its grain keeps it: matching goes on in memory, and a transfer is
/// answered when it is on the disk.</summary>
internal sealed class PairSide
{
    private static readonly FeeSchedule _fees = new(new FeeRate(-100), new FeeRate(900));

    private readonly Action<string> _passes;

    public PairSide(PairSpec spec, Action<string> passes)
    {
        Engine = new MatchingEngine(spec, _fees);
        Durable = Engine.Snapshot();
        _passes = passes;
    }

    public MatchingEngine Engine { get; private set; }

    /// <summary>What is on the disk.</summary>
    public EngineSnapshot Durable { get; private set; }

    public PairSpec Spec => Engine.Spec;

    /// <summary>Carries out what a wallet has sent, and answers it.</summary>
    public TransferOutcome Transfer(AccountId account, Transfer transfer, Instant now)
    {
        Assert.True(transfer.Order.TryGetDelta(Spec, out var amount, out var money));
        _passes("pair moves");
        var result = Engine.Transfer(account, transfer.Number, amount, money, now);
        _passes("pair has moved");
        Save();
        _passes("pair has written");
        return result.Outcome;
    }

    public void Save() => Durable = Engine.Snapshot();

    /// <summary>Back to what is on the disk.</summary>
    public void Crash() => Engine = MatchingEngine.Restore(Spec, _fees, Durable);

    /// <summary>An account's last transfer, as the disk knows it.</summary>
    public AppliedTransfer LastTransfer(AccountId account) =>
        Durable.Accounts.FirstOrDefault(one => one.Name == account)?.LastTransfer ?? default;
}
