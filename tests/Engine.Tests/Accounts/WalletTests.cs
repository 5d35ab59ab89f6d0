using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Accounts;

public sealed class WalletTests
{
    private static readonly PairId Pair = PairId.Parse("BTC-USDT");
    private static readonly AssetId Bitcoin = AssetId.Parse("BTC");
    private static readonly AssetId Dollar = AssetId.Parse("USDT");
    private static readonly Instant Start = new(1_750_000_000_000_000);

    private Wallet _wallet = Wallet.Empty;

    [Fact]
    public void A_deposit_is_there_at_once_and_a_withdrawal_takes_it_away()
    {
        Begin(TransferOrder.Deposit(Id("d"), Dollars("10")));

        var step = Begin(TransferOrder.Withdrawal(Id("w"), Dollars("3.5")));

        Assert.Equal(TransferStatus.Done, step.Transfer!.Status);
        Assert.Equal([Dollars("6.5")], _wallet.Balances);
    }

    [Fact]
    public void A_repeat_gets_the_first_answer_and_changes_nothing()
    {
        var first = Begin(TransferOrder.Deposit(Id("d"), Dollars("10")));

        var repeat = _wallet.Begin(TransferOrder.Deposit(Id("d"), Dollars("10")), Later(1));

        Assert.Equal(new WalletStep(_wallet, first.Transfer, TransferRefusal.None), repeat);
        Assert.Same(_wallet, repeat.Wallet);
    }

    [Fact]
    public void The_same_id_for_something_else_is_refused_and_leaves_no_trace()
    {
        Begin(TransferOrder.Deposit(Id("d"), Dollars("10")));

        var other = _wallet.Begin(TransferOrder.Deposit(Id("d"), Dollars("11")), Start);
        var reverse = _wallet.Begin(TransferOrder.Withdrawal(Id("d"), Dollars("10")), Start);

        Assert.Equal(new WalletStep(_wallet, null, TransferRefusal.IdInUse), other);
        Assert.Equal(other, reverse);
    }

    [Fact]
    public void A_refused_withdrawal_stays_refused_although_funds_have_come()
    {
        var order = TransferOrder.Withdrawal(Id("w"), Dollars("1"));
        Begin(order);
        Begin(TransferOrder.Deposit(Id("d"), Dollars("10")));

        var repeat = Begin(order);

        Assert.Equal(TransferRefusal.InsufficientFunds, repeat.Refusal);
        Assert.Equal(TransferStatus.Refused, repeat.Transfer!.Status);
        Assert.Equal(AssetAmount.Parse("10"), _wallet[Dollar]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void Nothing_and_less_is_out_of_range(string amount)
    {
        var step = _wallet.Begin(TransferOrder.Deposit(Id("d"), Dollars(amount)), Start);

        Assert.Equal(new WalletStep(_wallet, null, TransferRefusal.AmountOutOfRange), step);
    }

    [Fact]
    public void What_goes_to_a_pair_leaves_the_balance_at_once_and_is_in_flight_until_the_answer()
    {
        Fund("1", "100");

        var step = Begin(ToPair("t", "0.25", "40"));

        Assert.Equal((TransferStatus.InFlight, new TransferNumber(1)),
            (step.Transfer!.Status, step.Transfer.Number));
        Assert.Equal([Bitcoins("0.75"), Dollars("60")], _wallet.Balances);
        Assert.Equal([step.Transfer], _wallet.InFlight);
    }

    [Theory]
    [InlineData(TransferOutcome.Moved, TransferRefusal.None, "60")]
    [InlineData(TransferOutcome.AmountOutOfRange, TransferRefusal.PairFull, "100")]
    public void The_pairs_answer_ends_what_went_to_it(
        TransferOutcome outcome, TransferRefusal refusal, string left)
    {
        Fund("1", "100");
        Begin(ToPair("t", "0", "40"));

        _wallet = _wallet.Conclude(Id("t"), outcome);

        Assert.Equal(refusal, _wallet.Find(Id("t"))!.Refusal);
        Assert.Equal(AssetAmount.Parse(left), _wallet[Dollar]);
        Assert.Empty(_wallet.InFlight);
        Assert.Same(_wallet, _wallet.Conclude(Id("t"), TransferOutcome.Moved));
    }

    [Theory]
    [InlineData(TransferOutcome.Moved, TransferRefusal.None, "40")]
    [InlineData(TransferOutcome.InsufficientFunds, TransferRefusal.InsufficientFunds, "0")]
    public void The_pairs_answer_ends_what_came_from_it(
        TransferOutcome outcome, TransferRefusal refusal, string there)
    {
        Begin(TransferOrder.FromPair(Id("t"), Pair, default, AssetAmount.Parse("40")));

        _wallet = _wallet.Conclude(Id("t"), outcome);

        Assert.Equal(refusal, _wallet.Find(Id("t"))!.Refusal);
        Assert.Equal([Dollars(there)], _wallet.Balances);
    }

    [Fact]
    public void Transfers_with_a_pair_run_by_number_and_other_pairs_do_not_wait()
    {
        Fund("1", "100");
        var other = PairId.Parse("ETH-USDT");
        var first = Begin(ToPair("a", "0", "1")).Transfer;
        Begin(ToPair("b", "0", "1"));
        var beside = Begin(
            TransferOrder.ToPair(Id("c"), other, default, AssetAmount.Parse("1"))).Transfer;

        Assert.Equal((first, beside), (_wallet.Next(Pair), _wallet.Next(other)));
        Assert.Throws<InvariantBrokenException>(
            () => _wallet.Conclude(Id("b"), TransferOutcome.Moved));
    }

    [Theory]
    [InlineData(TransferOutcome.None)]
    [InlineData(TransferOutcome.OutOfOrder)]
    [InlineData(TransferOutcome.TooManyAccounts)]
    public void What_is_no_answer_ends_nothing(TransferOutcome outcome)
    {
        Fund("1", "100");
        Begin(ToPair("a", "0", "1"));

        Assert.Throws<InvariantBrokenException>(() => _wallet.Conclude(Id("a"), outcome));
    }

    [Fact]
    public void What_is_refused_by_the_wallet_takes_no_number()
    {
        Fund("1", "100");
        Begin(ToPair("a", "2", "0"));

        var next = Begin(ToPair("b", "1", "0"));

        Assert.Equal(new TransferNumber(1), next.Transfer!.Number);
    }

    [Fact]
    public void A_wallet_keeps_room_for_what_may_come_back()
    {
        var most = new Holding(Dollar, AssetAmount.Max);
        Begin(TransferOrder.Deposit(Id("d"), most));
        Begin(TransferOrder.ToPair(Id("t"), Pair, default, AssetAmount.Max));

        var step = Begin(TransferOrder.Deposit(Id("e"), Dollars("0.000000000000000001")));
        _wallet = _wallet.Conclude(Id("t"), TransferOutcome.AmountOutOfRange);

        Assert.Equal(TransferRefusal.WalletFull, step.Refusal);
        Assert.Equal([most], _wallet.Balances);
    }

    [Fact]
    public void A_wallet_takes_so_many_assets_and_no_more()
    {
        for (var i = 0; i < Wallet.MaxAssets; i++)
            Begin(TransferOrder.Deposit(Id($"d{i}"), Some($"A{i}")));

        var step = Begin(TransferOrder.Deposit(Id("e"), Some("ONEMORE")));
        var known = Begin(TransferOrder.Deposit(Id("f"), Some("A0")));

        Assert.Equal(
            (TransferRefusal.TooManyAssets, TransferRefusal.None), (step.Refusal, known.Refusal));
    }

    [Fact]
    public void So_many_transfers_are_in_flight_and_no_more()
    {
        Fund("1", "100");
        for (var i = 0; i < Wallet.MaxInFlight; i++)
            Begin(ToPair($"t{i}", "0", "1"));

        var step = Begin(ToPair("e", "0", "1"));
        var deposit = Begin(TransferOrder.Deposit(Id("f"), Dollars("1")));

        Assert.Equal((TransferRefusal.TooManyInFlight, null), (step.Refusal, step.Transfer));
        Assert.Equal(TransferRefusal.None, deposit.Refusal);
    }

    [Fact]
    public void A_full_memory_refuses_rather_than_forgets_and_takes_on_when_the_time_is_up()
    {
        for (var i = 0; i < Wallet.MaxTransfers; i++)
            Begin(TransferOrder.Deposit(Id($"d{i}"), Dollars("1")), Later(i));
        var order = TransferOrder.Deposit(Id("e"), Dollars("1"));
        var due = Start + Wallet.Retention;

        var tooEarly = Begin(order, new Instant(due.Microseconds - 1));
        var inTime = Begin(order, due);

        Assert.Equal(
            (TransferRefusal.TooManyTransfers, null), (tooEarly.Refusal, tooEarly.Transfer));
        Assert.Equal(TransferStatus.Done, inTime.Transfer!.Status);
        Assert.Null(_wallet.Find(Id("d0")));
        Assert.NotNull(_wallet.Find(Id("d1")));
    }

    [Fact]
    public void What_is_in_flight_is_never_forgotten()
    {
        Fund("1", "100");
        var sent = Begin(ToPair("t", "0", "1")).Transfer;

        Begin(
            TransferOrder.Deposit(Id("late"), Dollars("1")),
            Start + Wallet.Retention + Wallet.Retention);

        Assert.Equal([sent], _wallet.InFlight);
        Assert.Equal(sent, _wallet.Find(Id("t")));
        Assert.Null(_wallet.Find(Id("fund-usdt")));
    }

    private void Fund(string bitcoins, string dollars)
    {
        Begin(TransferOrder.Deposit(Id("fund-btc"), Bitcoins(bitcoins)));
        Begin(TransferOrder.Deposit(Id("fund-usdt"), Dollars(dollars)));
    }

    private WalletStep Begin(TransferOrder order) => Begin(order, Start);

    private WalletStep Begin(TransferOrder order, Instant now)
    {
        var step = _wallet.Begin(order, now);
        _wallet = step.Wallet;
        return step;
    }

    private static Instant Later(int microseconds) =>
        Start + TimeSpan.FromMicroseconds(microseconds);

    private static TransferId Id(string name) => TransferId.Parse(name);

    private static TransferOrder ToPair(string id, string bitcoins, string dollars) =>
        TransferOrder.ToPair(
            Id(id), Pair, AssetAmount.Parse(bitcoins), AssetAmount.Parse(dollars));

    private static Holding Bitcoins(string amount) => new(Bitcoin, AssetAmount.Parse(amount));

    private static Holding Dollars(string amount) => new(Dollar, AssetAmount.Parse(amount));

    private static Holding Some(string asset) =>
        new(AssetId.Parse(asset), AssetAmount.Parse("1"));
}
