using MarketMaker.Engine.Book;
using MarketMaker.Engine.Safeguards;
using MarketMaker.Engine.Units;
using static MarketMaker.Engine.Tests.TestPair;

namespace MarketMaker.Engine.Tests.Safeguards;

public sealed class HaltTests
{
    private readonly MatchingEngine _engine = RichMarket();

    [Fact]
    public void A_halt_takes_the_quotes_out_and_leaves_the_orders()
    {
        var order = _engine.Place(Buy(Ann, 1, 90), default);
        _engine.MassQuote(Maker, 1, 1, [], [new(Side.Sell, new(100), new(10))], default);

        _engine.Halt("news", default);

        Assert.Equal("news", _engine.HaltReason);
        Assert.Equal([new LadderPull(Maker, PullReason.Halted, 1)], _engine.Pulls.ToArray());
        Assert.Equal([order.Id], _engine.Orders().Select(resting => resting.Id));
    }

    [Fact]
    public void Nothing_but_cancelling_goes_on_while_halted()
    {
        var order = _engine.Place(Buy(Ann, 2, 90), default).Id;
        _engine.Halt("news", default);

        var placed = _engine.Place(Buy(Ann, 1, 90), default).Rejection;
        var amended = _engine.Amend(Ann, order, new(91), new(1), default).Rejection;
        var quoted = _engine.MassQuote(
            Maker, 1, 1, [], [new(Side.Sell, new(100), new(10))], default).Rejection;
        var pulled = _engine.MassQuote(Maker, 1, 2, [], [], default).Rejection;
        var cancelled = _engine.Cancel(Ann, order, default).Rejection;

        Assert.Equal(
            [
                Rejection.MarketHalted, Rejection.MarketHalted, Rejection.MarketHalted,
                Rejection.None, Rejection.None,
            ],
            [placed, amended, quoted, pulled, cancelled]);
    }

    [Fact]
    public void A_market_trades_again_when_it_is_resumed()
    {
        _engine.Halt("news", default);

        _engine.Resume(default);

        Assert.Null(_engine.HaltReason);
        Assert.Equal(Rejection.None, _engine.Place(Buy(Ann, 1, 90), default).Rejection);
    }

    [Fact]
    public void A_halt_survives_a_restart()
    {
        _engine.Halt("news", default);

        var restored = MatchingEngine.Restore(Spec, default, _engine.Snapshot());

        Assert.Equal("news", restored.HaltReason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(MatchingEngine.MaxHaltReason + 1)]
    public void A_reason_has_one_to_two_hundred_characters(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => _engine.Halt(new string('x', length), default));
}
