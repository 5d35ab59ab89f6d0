using MarketMaker.Engine.Accounts;
using MarketMaker.Engine.Book;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Quoting;

namespace MarketMaker.Strategies.Tests.Quoting;

/// <summary>What a version may cost before its maker leaves it. Ticks are of 0.01, lots of 0.001; a
/// unit that falls by one loses one.</summary>
public sealed class VersionGuardsTests
{
    private static readonly AccountId _desk = AccountId.Parse("desk");
    private static readonly AccountId _customer = AccountId.Parse("customer");
    private static readonly VersionGuards _lossOfOne = new(Amount(1), default);
    private static readonly VersionGuards _driftOfOne = new(default, new Quantity(1_000));

    private readonly SpyRule _first = new();
    private readonly SpyRule _second = new();
    private Instant _now = new(1_000_000_000);

    [Theory]
    // One unit bought at 100: what is lost is how far the price is below 100.
    [InlineData(9_900, false)]
    [InlineData(9_899, true)]
    public void A_loss_is_allowed_up_to_the_limit(int mark, bool goesBack)
    {
        var maker = SecondVersion(_lossOfOne);
        Hear(maker, 10_000);
        maker.OnFill(Bought(1, 10_000));

        Hear(maker, mark);

        Assert.Same(goesBack ? _first : _second, maker.Rule);
        Assert.Equal(
            goesBack ? "it lost 1.01000, 1.00000 are allowed" : null, maker.TakeRollback());
    }

    [Fact]
    public void A_loss_is_counted_from_the_best_that_the_version_had()
    {
        var maker = SecondVersion(_lossOfOne);
        Hear(maker, 10_000);
        maker.OnFill(Bought(1, 10_000));
        Hear(maker, 10_500);

        Hear(maker, 10_399);

        Assert.Same(_first, maker.Rule);
    }

    [Fact]
    public void What_was_lost_before_the_version_came_is_not_its_own()
    {
        var maker = NewMaker(default);
        Hear(maker, 10_000);
        maker.OnFill(Bought(1, 10_000));
        Hear(maker, 9_000);
        maker.Guards = _lossOfOne;
        maker.Swap(_second, _first);

        Hear(maker, 8_900);
        var allowed = maker.Rule;
        Hear(maker, 8_899);

        Assert.Same(_second, allowed);
        Assert.Same(_first, maker.Rule);
    }

    [Fact]
    public void A_trade_and_its_fee_are_a_loss_without_any_move_of_the_price()
    {
        var maker = SecondVersion(_lossOfOne);
        Hear(maker, 10_000);

        maker.OnFill(Bought(1, 10_050, fee: 50_000));
        Hear(maker, 10_000);
        var allowed = maker.Rule;
        maker.OnFill(Bought(2, 10_000, fee: 1_000));
        Hear(maker, 10_000);

        Assert.Same(_second, allowed);
        Assert.Same(_first, maker.Rule);
    }

    [Fact]
    public void The_tick_that_goes_back_is_answered_by_the_version_before()
    {
        var maker = SecondVersion(_lossOfOne);
        Hear(maker, 10_000);
        maker.OnFill(Bought(1, 10_000));
        List<string> asked = [];
        _first.See = _ => asked.Add("first");
        _second.See = _ => asked.Add("second");

        var decision = Hear(maker, 9_800);

        Assert.Equal(["first"], asked);
        Assert.True(decision.Replace);
        Assert.Equal((9_700, 9_900), (maker.Bids[0].Price.Ticks, maker.Asks[0].Price.Ticks));
    }

    [Fact]
    public void What_it_goes_back_to_begins_anew_and_has_nothing_to_go_back_to()
    {
        var maker = SecondVersion(_lossOfOne);
        Hear(maker, 10_000);
        maker.OnFill(Bought(1, 10_000));
        Hear(maker, 9_800);
        maker.TakeRollback();

        Hear(maker, 9_000);

        Assert.Same(_first, maker.Rule);
        Assert.Null(maker.Fallback);
        Assert.Null(maker.TakeRollback());
    }

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    [InlineData(-1_000, false)]
    [InlineData(-1_001, true)]
    public void The_position_may_move_up_to_the_limit_either_way(int lots, bool goesBack)
    {
        var maker = SecondVersion(_driftOfOne);
        Hear(maker, 10_000);

        maker.OnFill(Traded(1, 10_000, lots, fee: 0));
        Hear(maker, 10_000);

        Assert.Same(goesBack ? _first : _second, maker.Rule);
        Assert.Equal(
            goesBack
                ? FormattableString.Invariant(
                    $"it moved the position by {lots / 1000m:0.000}, 1.000 are allowed")
                : null,
            maker.TakeRollback());
    }

    [Fact]
    public void Without_guards_a_version_may_lose_and_move_as_it_likes()
    {
        var maker = SecondVersion(default);
        Hear(maker, 10_000);
        maker.OnFill(Traded(1, 10_000, 1_000_000, fee: 0));

        Hear(maker, 5_000);

        Assert.Same(_second, maker.Rule);
    }

    [Fact]
    public void A_maker_that_starts_again_does_not_count_what_was_before_as_its_versions_own()
    {
        // Ten units were bought at 100 in earlier lives; now they are worth 90.
        var books = NewMaker(default).Books.MarkedAt(new Mark(20_000))
            .After(Traded(1, 10_000, 10_000, fee: 0), _desk).MarkedAt(new Mark(18_000));
        var maker = NewMaker(new VersionGuards(Amount(1), new Quantity(1_000)), books);
        maker.Swap(_second, _first);

        Hear(maker, 9_000);

        Assert.Same(_second, maker.Rule);
    }

    [Fact]
    public void A_trial_goes_on_where_an_earlier_life_of_the_maker_has_left_it()
    {
        var earlier = SecondVersion(_lossOfOne);
        Hear(earlier, 10_000);
        earlier.OnFill(Bought(1, 10_000));
        Hear(earlier, 9_950);
        var later = NewMaker(_lossOfOne, earlier.Books);
        later.Swap(_second, _first);
        later.Trial = earlier.Trial;

        Hear(later, 9_900);
        var allowed = later.Rule;
        Hear(later, 9_899);

        Assert.Same(_second, allowed);
        Assert.Same(_first, later.Rule);
    }

    [Fact]
    public void The_best_is_remembered_while_there_is_nothing_to_go_back_to()
    {
        var maker = NewMaker(_lossOfOne);
        maker.Swap(_second, null);
        Hear(maker, 10_000);
        maker.OnFill(Bought(1, 10_000));
        Hear(maker, 10_500);
        maker.Swap(_second, _first);

        Hear(maker, 10_399);

        Assert.Same(_first, maker.Rule);
    }

    private static HalfNotional Amount(long units) => new(units * 2 * 100 * 1_000);

    private static Fill Bought(long number, long price, long fee = 0) =>
        Traded(number, price, lots: 1_000, fee);

    /// <summary>The desk's quote is traded: bought if there are lots, sold if fewer than none.
    /// </summary>
    private static Fill Traded(long number, long price, long lots, long fee) =>
        new(
            number, default, lots > 0 ? Side.Sell : Side.Buy, new Price(price),
            new Quantity(Math.Abs(lots)), default, default, _desk, _customer, new Notional(fee),
            default);

    /// <summary>A maker whose second version has just come into force.</summary>
    private PairMaker SecondVersion(VersionGuards guards)
    {
        var maker = NewMaker(guards);
        maker.Swap(_second, _first);
        return maker;
    }

    private PairMaker NewMaker(VersionGuards guards, DeskBooks? books = null) =>
        new(
            Pairs.Cents, _desk,
            books ?? new DeskBooks(0, 0, new(10_000_000), new(100_000_000_000), default),
            new QuotingParameters(
                1, 0.01, 0.01, 1, 0,
                new ProtectionLimits(new(500_000), TimeSpan.Zero, TimeSpan.FromSeconds(60)),
                new QuoteTolerance(default, default)),
            books is null ? _first : _second)
        {
            Guards = guards,
        };

    /// <summary>The reference is so many ticks; the maker decides.</summary>
    private QuoteDecision Hear(PairMaker maker, long ticks)
    {
        _now += TimeSpan.FromSeconds(1);
        var size = new Quantity(1);
        maker.OnReference(new(new(ticks - 1), size, new(ticks + 1), size), _now, _now);
        return maker.Decide(_now);
    }
}
