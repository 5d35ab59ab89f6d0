using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Units;

namespace MarketMaker.Simulation.Tests.Transfers;

/// <summary>One story of transfers, told again and again with a crash at another step: it always
/// ends the same.</summary>
public sealed class CrashAtEveryStepTests
{
    private static readonly PairSpec Spec = new(
        PairId.Parse("BTC-USDT"), 0.01m, 0.00001m, new(1_000_000_000), new(1_000_000_000));

    private static readonly AccountId Ann = AccountId.Parse("ann");

    private static readonly TransferOrder[] Story =
    [
        TransferOrder.Deposit(Id("in"), Of("BTC", "2")),
        TransferOrder.Deposit(Id("money"), Of("USDT", "1000.0000007")),
        TransferOrder.ToPair(Id("there"), Spec.Id, Some("1.5"), Some("1000.0000007")),
        TransferOrder.ToPair(Id("too-much"), Spec.Id, Some("0.6"), default),
        TransferOrder.FromPair(Id("back"), Spec.Id, Some("0.25"), Some("0.0000007")),
        TransferOrder.FromPair(Id("more"), Spec.Id, Some("1.25001"), default),
        TransferOrder.ToPair(Id("again"), Spec.Id, Some("0.00001"), default),
        TransferOrder.Withdrawal(Id("out"), Of("BTC", "0.7")),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void However_often_a_step_crashes_the_story_ends_the_same(bool twice)
    {
        var expected = Tell([]);
        var steps = expected.Steps;

        for (var step = 1; step <= steps; step++)
        {
            var told = Tell(twice ? [step, step + 1] : [step]);
            Assert.Equal(expected.Ends, told.Ends);
            Assert.Equal(expected.Balances, told.Balances);
        }

        Assert.Equal(
            [
                TransferRefusal.None, TransferRefusal.None, TransferRefusal.None,
                TransferRefusal.InsufficientFunds, TransferRefusal.None,
                TransferRefusal.InsufficientFunds, TransferRefusal.None, TransferRefusal.None,
            ],
            expected.Ends);
        Assert.InRange(steps, 30, 100);
    }

    /// <summary>Tells the story; whoever asked asks again after each crash.</summary>
    private static (int Steps, TransferRefusal[] Ends, string Balances) Tell(int[] crashes)
    {
        var steps = 0;
        WalletSide wallet = null!;
        PairSide pair = null!;
        (wallet, pair) = (new WalletSide(Ann, Pass), new PairSide(Spec, Pass));
        var ends = Story.Select(End).ToArray();
        var balances = string.Join(", ", wallet.Wallet.Balances);
        return (steps, ends, balances + " / " + pair.Engine.Ledger[0]);

        TransferRefusal End(TransferOrder order)
        {
            while (true)
            {
                try
                {
                    var known = wallet.Begin(order, default);
                    for (var sent = 0; wallet.Wallet.Next(Spec.Id) is { } next; sent++)
                    {
                        Assert.True(sent < Story.Length, "A transfer never ends.");
                        wallet.Conclude(next, pair.Transfer(Ann, next, default));
                    }
                    return known.Transfer is null ? known.Refusal
                        : wallet.Wallet.Find(order.Id)!.Refusal;
                }
                catch (CrashedException)
                {
                    pair.Crash();
                    TransferAudit.Check([wallet], [pair]);
                }
            }
        }

        void Pass(string where)
        {
            if (crashes.Contains(++steps))
                throw new CrashedException(where);
            TransferAudit.Check([wallet], [pair]);
        }
    }

    private static TransferId Id(string name) => TransferId.Parse(name);

    private static AssetAmount Some(string amount) => AssetAmount.Parse(amount);

    private static Holding Of(string asset, string amount) =>
        new(AssetId.Parse(asset), Some(amount));
}
