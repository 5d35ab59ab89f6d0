using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Market;

public sealed class CompositeReferenceTests
{
    [Fact]
    public void Before_the_first_price_there_is_no_reference()
    {
        var venues = new ThreeVenues();

        Assert.Equal(PauseReason.NoReference, venues.Price.Reason);
        Assert.Equal(
            (SourceState.Connecting, SourceFault.NoPrice), (venues.StateOf(0), venues.CauseOf(0)));
    }

    [Fact]
    public void A_source_warms_up_for_a_moment_and_is_live()
    {
        var venues = new ThreeVenues();

        venues.Say(0, 10_000);
        var first = (venues.Price.Reason, venues.StateOf(0));
        var later = venues.Run(0.3, 10_000, 10_000, 10_000);

        Assert.Equal((PauseReason.NoReference, SourceState.Warm), first);
        Assert.Equal((PauseReason.None, 1), (later.Reason, later.Used));
        Assert.Equal(3, venues.Run(0.2, 10_000, 10_000, 10_000).Used);
    }

    [Fact]
    public void The_only_source_of_a_pair_is_quoted_on_at_once_as_it_is()
    {
        var venues = new ThreeVenues(sources: 1);

        venues.Say(0, 10_000);
        var price = venues.Price;

        Assert.Equal(
            new CompositePrice(
                new Mark(20_000), new Price(9_999), new Price(10_001), venues.Now, 1,
                new Ratio(1_000_000), PauseReason.None, IsSingle: false),
            price);
    }

    [Fact]
    public void One_of_several_is_quoted_on_carefully_and_not_for_long()
    {
        var venues = new ThreeVenues();
        venues.Run(1, 10_000, 10_000, 10_000);

        venues.Run(1.2, 10_000);
        var alone = venues.Run(58, 10_000);
        var tooLong = venues.Run(3, 10_000);
        venues.Run(31, 10_000, 10_000);
        var together = venues.Price;

        Assert.Equal((PauseReason.None, true, 1), (alone.Reason, alone.IsSingle, alone.Used));
        Assert.Equal(PauseReason.SingleSource, tooLong.Reason);
        Assert.Equal(
            (PauseReason.None, false, 2), (together.Reason, together.IsSingle, together.Used));
    }

    [Fact]
    public void A_price_is_used_up_to_its_time_to_live_and_not_a_microsecond_longer()
    {
        var venues = new ThreeVenues(sources: 1);
        venues.Say(0, 10_000);

        var last = venues.Reference.Assess(venues.Now + TimeSpan.FromSeconds(1));
        var gone = venues.Reference.Assess(
            venues.Now + TimeSpan.FromSeconds(1) + TimeSpan.FromMicroseconds(1));

        Assert.Equal(PauseReason.None, last.Reason);
        Assert.Equal((PauseReason.StaleReference, default(Mark)), (gone.Reason, gone.Mark));
    }

    [Fact]
    public void A_short_silence_is_forgiven_and_a_long_one_costs_a_healthy_spell()
    {
        var venues = new ThreeVenues();
        venues.Run(1, 10_000, 10_000, 10_000);

        venues.Run(2.5, 10_000, 10_000);
        var silent = venues.StateOf(2);
        venues.Run(0.1, 10_000, 10_000, 10_000);
        var forgiven = venues.StateOf(2);
        venues.Run(5, 10_000, 10_000);
        venues.Run(29.9, 10_000, 10_000, 10_000);
        var recovering = venues.Reference.Report(2);
        venues.Run(0.3, 10_000, 10_000, 10_000);

        Assert.Equal((SourceState.Suspect, SourceState.Live), (silent, forgiven));
        Assert.Equal(
            (SourceState.Suspect, SourceFault.Stale), (recovering.State, recovering.Cause));
        Assert.InRange(
            recovering.LiveAt!.Value - venues.Now, TimeSpan.FromSeconds(-0.3), TimeSpan.Zero);
        Assert.Equal(SourceState.Live, venues.StateOf(2));
    }

    [Fact]
    public void A_fault_during_the_healthy_spell_begins_it_anew()
    {
        var venues = new ThreeVenues();
        venues.Run(1, 10_000, 10_000, 10_000);
        venues.Reference.Tell(2, new SourceHealth(SourceReason.Lagging));
        venues.Run(1, 10_000, 10_000, 10_000);

        venues.Reference.Tell(2, new SourceHealth(SourceReason.Ok));
        venues.Run(20, 10_000, 10_000, 10_000);
        venues.Reference.Tell(2, new SourceHealth(SourceReason.Lagging));
        venues.Run(0.1, 10_000, 10_000, 10_000);
        venues.Reference.Tell(2, new SourceHealth(SourceReason.Ok));
        venues.Run(29.9, 10_000, 10_000, 10_000);
        var suspected = (venues.StateOf(2), venues.CauseOf(2));
        venues.Run(0.3, 10_000, 10_000, 10_000);

        Assert.Equal((SourceState.Suspect, SourceFault.Lagging), suspected);
        Assert.Equal(SourceState.Live, venues.StateOf(2));
    }

    [Theory]
    [InlineData(SourceReason.Lagging, SourceFault.Lagging)]
    [InlineData(SourceReason.Crossed, SourceFault.Crossed)]
    [InlineData(SourceReason.Disputed, SourceFault.Disputed)]
    public void What_is_doubted_is_suspect_and_the_others_go_on(
        SourceReason reason, SourceFault cause)
    {
        var venues = new ThreeVenues();
        venues.Run(1, 10_000, 10_000, 10_000);

        venues.Reference.Tell(1, new SourceHealth(reason));
        var price = venues.Run(0.1, 10_000, 10_000, 10_000);

        Assert.Equal((SourceState.Suspect, cause), (venues.StateOf(1), venues.CauseOf(1)));
        Assert.Equal((2, PauseReason.None), (price.Used, price.Reason));
    }

    [Theory]
    [InlineData(SourceReason.UnknownSymbol, SourceFault.UnknownSymbol)]
    [InlineData(SourceReason.NotTrading, SourceFault.NotTrading)]
    [InlineData(SourceReason.Rejected, SourceFault.Rejected)]
    [InlineData(SourceReason.NoFirstTick, SourceFault.NoFirstTick)]
    public void What_cannot_be_had_is_off_and_warms_up_again(
        SourceReason reason, SourceFault cause)
    {
        var venues = new ThreeVenues();
        venues.Run(1, 10_000, 10_000, 10_000);

        venues.Reference.Tell(1, new SourceHealth(reason));
        var price = venues.Run(0.1, 10_000, 10_000, 10_000);
        var off = (venues.StateOf(1), venues.CauseOf(1));
        venues.Reference.Tell(1, new SourceHealth(SourceReason.Ok));
        venues.Run(1, 10_000, 10_000, 10_000);

        Assert.Equal((SourceState.Off, cause), off);
        Assert.Equal((2, PauseReason.None), (price.Used, price.Reason));
        Assert.Equal(SourceState.Warm, venues.StateOf(1));
        venues.Run(30, 10_000, 10_000, 10_000);
        Assert.Equal(SourceState.Live, venues.StateOf(1));
    }

    [Fact]
    public void A_long_silence_turns_a_source_off()
    {
        var venues = new ThreeVenues();
        venues.Run(1, 10_000, 10_000, 10_000);

        venues.Run(182, 10_000, 10_000);

        Assert.Equal(
            (SourceState.Off, SourceFault.Stale), (venues.StateOf(2), venues.CauseOf(2)));
    }

    [Fact]
    public void Two_that_disagree_pause_and_agree_for_a_moment_before_they_are_used()
    {
        var venues = new ThreeVenues(2, ThreeVenues.Usual with { OutlierMove = default });
        venues.Run(1, 10_000, 10_000);

        var apart = venues.Run(0.1, 10_000, 10_101);
        var states = (venues.StateOf(0), venues.StateOf(1));
        var soon = venues.Run(0.9, 10_000, 10_050);
        var calm = venues.Run(0.2, 10_000, 10_050);

        Assert.Equal((PauseReason.SourcesDisagree, default(Mark)), (apart.Reason, apart.Mark));
        Assert.Equal((SourceState.Live, SourceState.Live), states);
        Assert.Equal(PauseReason.SourcesDisagree, soon.Reason);
        Assert.Equal((PauseReason.None, new Mark(20_050)), (calm.Reason, calm.Mark));
    }

    [Fact]
    public void One_of_three_that_walks_off_is_suspected_and_comes_back_after_its_spell()
    {
        var venues = new ThreeVenues(limits: ThreeVenues.Usual with { OutlierMove = default });
        venues.Run(1, 10_000, 10_000, 10_000);

        var price = venues.Run(0.2, 10_000, 10_000, 10_300);
        var far = (venues.StateOf(2), venues.CauseOf(2));
        venues.Run(60, 10_000, 10_000, 10_300);
        var stillFar = venues.StateOf(2);
        venues.Run(30.2, 10_000, 10_000, 10_000);

        Assert.Equal((2, new Mark(20_000), PauseReason.None),
            (price.Used, price.Mark, price.Reason));
        Assert.Equal((SourceState.Suspect, SourceFault.FarFromPeers), far);
        Assert.Equal(SourceState.Suspect, stillFar);
        Assert.Equal(SourceState.Live, venues.StateOf(2));
    }

    [Fact]
    public void A_jump_is_believed_when_it_is_repeated()
    {
        var venues = new ThreeVenues(sources: 2);
        venues.Run(1, 10_000, 10_000);

        venues.Say(1, 12_000);
        var doubted = (venues.Price.Used, venues.StateOf(1), venues.CauseOf(1));
        venues.Run(0.2, 10_000, 12_000);

        Assert.Equal((1, SourceState.Suspect, SourceFault.Outlier), doubted);
        Assert.Equal(SourceState.Live, venues.StateOf(1));
        Assert.Equal(PauseReason.SourcesDisagree, venues.Price.Reason);
    }

    [Fact]
    public void A_single_bad_price_is_never_used()
    {
        var venues = new ThreeVenues(sources: 2);
        venues.Run(1, 10_000, 10_000);

        venues.Say(1, 20_000);
        venues.Say(1, 10_001);
        var price = venues.Price;

        Assert.Equal((2, new Mark(20_001)), (price.Used, price.Mark));
        Assert.Equal((1L, TimeSpan.Zero),
            (venues.Reference.Report(1).Doubted, venues.Reference.Report(1).LongestLockOut));
    }

    [Fact]
    public void A_jump_that_nothing_contradicts_is_believed_within_a_second()
    {
        var venues = new ThreeVenues(sources: 2);
        venues.Run(1, 10_000, 10_000);

        venues.Say(1, 12_000);
        venues.Run(0.6, 10_000);
        var waiting = venues.StateOf(1);
        venues.Run(0.1, 10_000);

        Assert.Equal((SourceState.Suspect, SourceState.Live), (waiting, venues.StateOf(1)));
        Assert.Equal(
            TimeSpan.FromSeconds(0.7), venues.Reference.Report(1).LongestLockOut);
    }

    [Fact]
    public void Without_its_leg_a_source_has_no_price()
    {
        var spec = Spec("AAA-USD");
        var conversion = new Conversion(
            spec, [new ConversionLeg(2, Spec("USDT-USD"))], Spec("AAA-USDT"));
        var plan = new ReferencePlan(
            3, [new SourcePlan(0), new SourcePlan(1, conversion)], ThreeVenues.Usual);
        var reference = new CompositeReference(plan);
        var now = new Instant(1_000_000);

        reference.Hear(1, ThreeVenues.QuoteOf(10_000), now, now);
        reference.Assess(now);
        var without = reference.Report(1);
        reference.Hear(2, ThreeVenues.QuoteOf(125), now, now);
        reference.Assess(now);
        var with = reference.Report(1);

        Assert.Equal(
            (SourceState.Connecting, SourceFault.NoLeg), (without.State, without.Cause));
        // 100.00 USD, and a USDT is worth 1.25 USD; outwards by the leg's own bid and ask.
        Assert.Equal(
            (SourceState.Warm, 7_935L, 8_066L),
            (with.State, with.Quote.Bid.Ticks, with.Quote.Ask.Ticks));
    }

    [Fact]
    public void A_source_is_as_old_as_its_oldest_leg()
    {
        var conversion = new Conversion(
            Spec("AAA-USD"), [new ConversionLeg(1, Spec("USDT-USD"))], Spec("AAA-USDT"));
        var reference = new CompositeReference(
            new ReferencePlan(2, [new SourcePlan(0, conversion)], ThreeVenues.Usual));
        var start = new Instant(1_000_000);
        reference.Hear(1, ThreeVenues.QuoteOf(100), start, start);

        var now = start + TimeSpan.FromSeconds(0.9);
        reference.Hear(0, ThreeVenues.QuoteOf(10_000), now, now);
        var fresh = reference.Assess(now);
        var stale = reference.Assess(now + TimeSpan.FromSeconds(0.2));

        Assert.Equal((PauseReason.None, start), (fresh.Reason, fresh.HeardAt));
        Assert.Equal(PauseReason.StaleReference, stale.Reason);
    }

    [Fact]
    public void Confidence_tells_how_many_how_near_and_how_fresh()
    {
        var venues = new ThreeVenues(sources: 2);
        venues.Run(1, 10_000, 10_000);
        var all = venues.Price.Confidence;
        var older = venues.Reference.Assess(venues.Now + TimeSpan.FromSeconds(0.5)).Confidence;
        var apart = venues.Run(0.1, 10_000, 10_050).Confidence;
        var alone = venues.Run(1.1, 10_000).Confidence;

        // Half as old as it may be: a quarter less. A quarter of D from the middle of the two: an
        // eighth less. One of two: half.
        Assert.Equal(new Ratio(1_000_000), all);
        Assert.Equal(new Ratio(750_000), older);
        Assert.InRange(apart.PartsPerMillion, 874_000, 876_000);
        Assert.Equal(new Ratio(500_000), alone);
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        var conversion = new Conversion(
            Spec("AAA-USD"), [new ConversionLeg(2, Spec("USDT-USD"))], Spec("AAA-USDT"));
        var reference = new CompositeReference(new ReferencePlan(
            3, [new SourcePlan(0), new SourcePlan(1, conversion)], ThreeVenues.Usual));
        var now = new Instant(1_000_000);

        Assert.Equal(0, Allocated.Least(_ => Live(1_000)));
        Assert.Equal(2, reference.Price.Used);

        void Live(int steps)
        {
            for (var i = 0; i < steps; i++)
            {
                now += TimeSpan.FromMilliseconds(100);
                for (var feed = 0; feed < 3; feed++)
                {
                    reference.Tell(feed, new SourceHealth(SourceReason.Ok));
                    reference.Hear(
                        feed, ThreeVenues.QuoteOf(feed == 2 ? 100 : 10_000 + i % 7), now, now);
                    reference.Assess(now);
                }
            }
        }
    }

    private static PairSpec Spec(string pair) => new(
        PairId.Parse(pair), 0.01m, 1m, new Price(1_000_000), new Quantity(1_000_000));
}
