using CsCheck;
using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Book;

public sealed class TransferTests
{
    private readonly MatchingEngine _engine = new(TestPair.Spec, default);

    [Fact]
    public void The_first_transfer_opens_the_account()
    {
        var result = Transfer(1, 5, 70);

        Assert.Equal(new TransferResult(TransferOutcome.Moved, IsRepeat: false), result);
        Assert.Equal(new Balance(new(5), default, new(70), default), BalanceOf(_engine, Ann));
    }

    [Fact]
    public void A_repeat_gets_the_first_answer_and_moves_nothing()
    {
        Transfer(1, 5, 70);

        var result = Transfer(1, 5, 70);

        Assert.Equal(new TransferResult(TransferOutcome.Moved, IsRepeat: true), result);
        Assert.Equal(new Balance(new(5), default, new(70), default), BalanceOf(_engine, Ann));
    }

    [Fact]
    public void A_refusal_stands_although_the_funds_have_come_since()
    {
        Transfer(1, 5, 70);
        Transfer(2, -6, 0);
        Fund(_engine, Ann, 100, 0);

        var result = Transfer(2, -6, 0);

        Assert.Equal(
            new TransferResult(TransferOutcome.InsufficientFunds, IsRepeat: true), result);
        Assert.Equal(new Quantity(105), BalanceOf(_engine, Ann).Base);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(4)]
    public void Any_other_number_leaves_no_trace(long number)
    {
        Transfer(1, 5, 70);
        Transfer(2, -1, 0);
        var before = Describe();

        var result = Transfer(number, 5, 70);

        Assert.Equal(new TransferResult(TransferOutcome.OutOfOrder, IsRepeat: false), result);
        Assert.Equal(before, Describe());
    }

    [Fact]
    public void The_last_number_with_another_amount_leaves_no_trace()
    {
        Transfer(1, 5, 70);

        var result = Transfer(1, 5, 71);

        Assert.Equal(new TransferResult(TransferOutcome.OutOfOrder, IsRepeat: false), result);
        Assert.Equal(new Notional(70), BalanceOf(_engine, Ann).Quote);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(-1, 1)]
    [InlineData(Ledger.MaxTotal, 0)]
    [InlineData(0, long.MaxValue)]
    public void Nothing_both_ways_and_too_much_are_out_of_range(long lots, long tickLots)
    {
        Transfer(1, 5, 70);

        var result = Transfer(2, lots, tickLots);

        Assert.Equal(TransferOutcome.AmountOutOfRange, result.Outcome);
        Assert.Equal(new Balance(new(5), default, new(70), default), BalanceOf(_engine, Ann));
    }

    [Theory]
    [InlineData(-4, 0)]
    [InlineData(0, -51)]
    [InlineData(-1, -51)]
    [InlineData(long.MinValue, long.MinValue)]
    public void What_orders_hold_back_does_not_leave(long lots, long tickLots)
    {
        Transfer(1, 5, 70);
        _engine.Place(Sell(Ann, lots: 2, ticks: 100), default);
        _engine.Place(Buy(Ann, lots: 2, ticks: 10), default);

        var result = Transfer(2, lots, tickLots);

        Assert.Equal(TransferOutcome.InsufficientFunds, result.Outcome);
        Assert.Equal(new Balance(new(3), new(2), new(50), new(20)), BalanceOf(_engine, Ann));
    }

    [Fact]
    public void A_restored_market_knows_what_it_has_answered()
    {
        Transfer(1, 5, 70);
        Transfer(2, -6, 0);

        var restored = MatchingEngine.Restore(TestPair.Spec, default, _engine.Snapshot());
        var repeat = restored.Transfer(Ann, new(2), new(-6), default, default);

        Assert.Equal(
            new TransferResult(TransferOutcome.InsufficientFunds, IsRepeat: true), repeat);
        Assert.Equal(_engine.LastTransfer(Ann), restored.LastTransfer(Ann));
    }

    [Fact]
    public void A_replay_keeps_a_refusal_that_quotes_had_led_to()
    {
        Transfer(1, 5, 0);
        _engine.MassQuote(Ann, 1, 1, [], [new(Side.Sell, new(100), new(5))], default);
        Transfer(2, -1, 0);

        var replayed = new MatchingEngine(TestPair.Spec, default);
        replayed.ReplayTransfer(Ann, new(new(1), new(5), default, TransferOutcome.Moved));
        replayed.ReplayTransfer(Ann, _engine.LastTransfer(Ann));

        Assert.Equal(TransferOutcome.InsufficientFunds, _engine.LastTransfer(Ann).Outcome);
        Assert.Equal(_engine.LastTransfer(Ann), replayed.LastTransfer(Ann));
        Assert.Equal(new Quantity(5), BalanceOf(replayed, Ann).BaseAvailable);
    }

    [Fact]
    public void What_has_left_makes_room_for_others()
    {
        Transfer(1, Ledger.MaxTotal, Ledger.MaxTotal);
        Transfer(2, -10, -20);

        var result = _engine.Transfer(Bob, new(1), new(10), new(20), default);

        Assert.Equal(TransferOutcome.Moved, result.Outcome);
    }

    [Fact]
    public void Balances_are_the_sum_of_what_moved_however_often_it_is_repeated() =>
        Gen.Select(Gen.Long[-9, 9], Gen.Long[-9, 9], Gen.Int[1, 3]).List[0, 30].Sample(moves =>
        {
            var engine = new MatchingEngine(TestPair.Spec, default);
            var (expected, number) = ((Lots: 0L, TickLots: 0L), new TransferNumber(0));
            foreach (var (lots, tickLots, times) in moves)
            {
                number = number.Next;
                var first = engine.Transfer(Ann, number, new(lots), new(tickLots), default);
                if (first.Outcome == TransferOutcome.Moved)
                    expected = (expected.Lots + lots, expected.TickLots + tickLots);
                for (var time = 1; time < times; time++)
                {
                    Assert.Equal(
                        first with { IsRepeat = true },
                        engine.Transfer(Ann, number, new(lots), new(tickLots), default));
                }
            }
            var balance = moves.Count == 0 ? default : BalanceOf(engine, Ann);
            Assert.Equal(expected, (balance.Base.Lots, balance.Quote.TickLots));
        });

    private TransferResult Transfer(long number, long lots, long tickLots) =>
        _engine.Transfer(Ann, new(number), new(lots), new(tickLots), default);

    private (Balance, AppliedTransfer, int) Describe() =>
        (BalanceOf(_engine, Ann), _engine.LastTransfer(Ann), _engine.Ledger.Count);
}
