using CsCheck;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Accounts;

/// <summary>What holds of every wallet, whatever is asked of it and whatever the pair answers.
/// </summary>
public sealed class WalletLaws
{
    private static readonly PairId Pair = PairId.Parse("BTC-USDT");

    private static readonly Gen<TransferOrder> Orders = Gen.Select(
        Gen.Int[1, 12], Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 5]).Select(OrderOf);

    private static readonly Gen<TransferOutcome> Outcomes = Gen.OneOf(
        TransferOutcome.Moved, TransferOutcome.InsufficientFunds, TransferOutcome.AmountOutOfRange);

    [Fact]
    public void Balances_follow_from_the_transfers_alone_and_are_never_negative() =>
        Gen.Select(Orders, Outcomes).List[0, 40].Sample(asked =>
        {
            var wallet = Wallet.Empty;
            foreach (var (order, outcome) in asked)
            {
                wallet = wallet.Begin(order, default).Wallet;
                if (outcome != TransferOutcome.AmountOutOfRange && wallet.Next(Pair) is { } next)
                    wallet = wallet.Conclude(next.Order.Id, outcome);
            }

            foreach (var (asset, amount) in wallet.Balances)
            {
                Assert.True(amount >= AssetAmount.Zero);
                Assert.Equal(
                    amount.Atoms,
                    wallet.Transfers.Aggregate((Int128)0, (sum, one) => sum + Effect(one, asset)));
            }
        });

    [Fact]
    public void A_repeat_changes_nothing_and_gets_what_has_become_of_the_first() =>
        Gen.Select(Orders.List[1, 30], Gen.Int[0, 29]).Sample((orders, at) =>
        {
            var wallet = orders.Aggregate(
                Wallet.Empty, (wallet, order) => wallet.Begin(order, default).Wallet);
            var order = orders[at % orders.Count];
            if (wallet.Find(order.Id) is not { } known)
                return;

            var repeat = wallet.Begin(order, default);

            Assert.Same(wallet, repeat.Wallet);
            Assert.Equal(known.Order == order ? known : null, repeat.Transfer);
        });

    [Fact]
    public void A_restored_wallet_is_the_same() =>
        Orders.List[0, 30].Sample(orders =>
        {
            var wallet = orders.Aggregate(
                Wallet.Empty, (wallet, order) => wallet.Begin(order, default).Wallet);

            var restored = Wallet.Restore(
                wallet.Balances, [.. wallet.Transfers], wallet.Numbers);

            Assert.Equal(wallet.Balances, restored.Balances);
            Assert.Equal(wallet.Transfers, restored.Transfers);
            Assert.Equal(wallet.InFlight, restored.InFlight);
            Assert.Equal(wallet.Numbers.ToArray(), restored.Numbers.ToArray());
        });

    /// <summary>What a transfer has done to a balance so far.</summary>
    private static Int128 Effect(Transfer transfer, AssetId asset)
    {
        var (order, isDone) = (transfer.Order, transfer.Status == TransferStatus.Done);
        var amount = (order.First.Asset == asset ? order.First.Amount.Atoms : 0)
            + (order.Second.Asset == asset ? order.Second.Amount.Atoms : 0);
        return order.IsDebit
            ? isDone || transfer.IsInFlight ? -amount : 0
            : isDone ? amount : 0;
    }

    private static TransferOrder OrderOf(int id, int kind, int first, int second)
    {
        var name = TransferId.Parse($"t{id}");
        var (amount, money) = (new AssetAmount(first), new AssetAmount(second));
        var bitcoin = new Holding(AssetId.Parse("BTC"), amount);
        return kind switch
        {
            0 => TransferOrder.Deposit(name, bitcoin),
            1 => TransferOrder.Withdrawal(name, bitcoin),
            2 => TransferOrder.ToPair(name, Pair, amount, money),
            _ => TransferOrder.FromPair(name, Pair, amount, money),
        };
    }
}
