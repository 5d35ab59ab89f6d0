using CsCheck;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;
using MarketMaker.Feeds.Conflation;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Conflation;

public sealed class TickSlotTests
{
    private static readonly long _millisecond = TimeSpan.TicksPerMillisecond;

    private readonly TickSlot _slot = new(new FakeTimeProvider());

    [Fact]
    public void The_first_quote_goes_out_at_once()
    {
        var published = _slot.TryOffer(Quote(5), arrivedAt: 7, out var tick);

        Assert.True(published);
        Assert.Equal(new NumberedQuote(1, 0, Quote(5), 7), tick);
        Assert.Equal(new TickSlotCounts(1, 1, 0, 0), _slot.Counts);
    }

    [Fact]
    public void While_a_tick_is_in_flight_the_newest_quote_waits_and_the_others_are_counted()
    {
        _slot.TryOffer(Quote(1), 1, out _);
        bool[] published =
        [
            _slot.TryOffer(Quote(2), 2, out _),
            _slot.TryOffer(Quote(3), 3, out _),
            _slot.TryOffer(Quote(4), 4, out _),
        ];
        var counts = _slot.Counts;

        var taken = _slot.TryTakeNext(handledNumber: 1, now: 9, out var next);

        Assert.Equal([false, false, false], published);
        Assert.Equal(new TickSlotCounts(4, 1, 2, 1), counts);
        Assert.True(taken);
        Assert.Equal(new NumberedQuote(4, 2, Quote(4), 4), next);
    }

    [Fact]
    public void When_nothing_waits_the_next_quote_goes_out_at_once()
    {
        _slot.TryOffer(Quote(1), 1, out _);

        var taken = _slot.TryTakeNext(handledNumber: 1, now: 2, out _);
        var published = _slot.TryOffer(Quote(2), 3, out var tick);

        Assert.Equal((false, true), (taken, published));
        Assert.Equal(new NumberedQuote(2, 0, Quote(2), 3), tick);
    }

    [Fact]
    public void A_lost_acknowledgement_holds_the_pair_for_250_ms()
    {
        _slot.TryOffer(Quote(1), 0, out _);
        _slot.TryOffer(Quote(2), 1, out _);

        var early = _slot.TryExpire(250 * _millisecond - 1, out _);
        var expired = _slot.TryExpire(250 * _millisecond, out var tick);

        Assert.Equal((false, true), (early, expired));
        Assert.Equal(new NumberedQuote(2, 0, Quote(2), 1), tick);
    }

    [Fact]
    public void The_acknowledgement_of_a_tick_given_up_frees_nothing()
    {
        _slot.TryOffer(Quote(1), 0, out _);
        _slot.TryOffer(Quote(2), 250 * _millisecond, out _);
        _slot.TryOffer(Quote(3), 251 * _millisecond, out _);

        var late = _slot.TryTakeNext(handledNumber: 1, now: 252 * _millisecond, out _);

        Assert.False(late);
        Assert.Equal(new TickSlotCounts(3, 2, 0, 1), _slot.Counts);
    }

    [Fact]
    public void A_heartbeat_repeats_the_last_quote_after_500_ms_of_silence()
    {
        var before = _slot.TryHeartbeat(0, out _);
        _slot.TryOffer(Quote(1), 0, out _);
        _slot.TryTakeNext(handledNumber: 1, now: 1, out _);

        var early = _slot.TryHeartbeat(500 * _millisecond - 1, out _);
        var due = _slot.TryHeartbeat(500 * _millisecond, out var tick);

        Assert.Equal((false, false, true), (before, early, due));
        Assert.Equal(new NumberedQuote(2, 0, Quote(1), 500 * _millisecond), tick);
    }

    [Fact]
    public void Any_interleaving_agrees_with_a_slot_that_keeps_everything() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 300]).Array[0, 200].Sample(steps =>
        {
            var slot = new TickSlot(new FakeTimeProvider());
            var naive = new NaiveSlot();
            var (now, lastNumber) = (0L, 0L);
            foreach (var (action, milliseconds) in steps)
            {
                now += milliseconds * _millisecond;
                var (tick, expected) = Act(slot, naive, action, now, lastNumber);
                var missed = tick == default ? 0 : tick.Number - lastNumber - 1 - tick.Conflated;
                var counts = slot.Counts;
                if (tick != expected || missed != 0 || counts != naive.Counts
                    || counts.Offered != counts.Published + counts.Conflated + counts.Waiting)
                {
                    return false;
                }
                lastNumber = Math.Max(lastNumber, tick.Number);
            }
            return true;
        });

    [Fact]
    public void Bad_news_of_a_source_takes_a_number_and_does_not_wait_for_a_quote()
    {
        _slot.TryOffer(Quote(1), 1, out _);
        _slot.TryTakeNext(handledNumber: 1, now: 2, out _);
        var lagging = new SourceHealth(SourceReason.Lagging);

        var told = _slot.TryTell(lagging, 3, out var tick);

        Assert.True(told);
        Assert.Equal(
            new NumberedQuote(2, 0, Quote(1), 1) { Health = lagging, IsHealthAlone = true }, tick);
        Assert.Equal(new TickSlotCounts(2, 2, 0, 0), _slot.Counts);
    }

    [Fact]
    public void Good_news_of_a_source_travels_with_its_next_quote()
    {
        var well = new SourceHealth(SourceReason.Ok);

        var told = _slot.TryTell(well, 1, out _);
        _slot.TryOffer(Quote(1), 2, out var tick);

        Assert.False(told);
        Assert.Equal(new NumberedQuote(1, 0, Quote(1), 2) { Health = well }, tick);
    }

    [Fact]
    public void News_that_waits_is_told_with_the_quote_that_overwrites_it()
    {
        _slot.TryOffer(Quote(1), 1, out _);
        var lagging = new SourceHealth(SourceReason.Lagging);

        _slot.TryTell(lagging, 2, out _);
        _slot.TryOffer(Quote(2), 3, out _);
        _slot.TryTakeNext(handledNumber: 1, now: 4, out var tick);

        Assert.Equal(new NumberedQuote(3, 1, Quote(2), 3) { Health = lagging }, tick);
        Assert.Equal(new TickSlotCounts(3, 2, 1, 0), _slot.Counts);
    }

    [Fact]
    public async Task No_quote_is_lost_between_threads()
    {
        const int count = 50_000;
        long published = 0, conflated = 0, lastPublished = 0;
        var gate = new Lock();
        void Follow(NumberedQuote tick)
        {
            // The consumer: handles what is published until nothing waits.
            do
            {
                lock (gate)
                {
                    published++;
                    conflated += tick.Conflated;
                    lastPublished = Math.Max(lastPublished, tick.Number);
                }
            }
            while (_slot.TryTakeNext(tick.Number, now: 0, out tick));
        }
        void Offer()
        {
            for (var i = 0; i < count; i++)
            {
                if (_slot.TryOffer(Quote(i), arrivedAt: 0, out var tick))
                    Follow(tick);
            }
        }

        await Task.WhenAll(Task.Run(Offer), Task.Run(Offer));

        Assert.Equal(2 * count, published + conflated);
        Assert.Equal(2 * count, lastPublished);
        Assert.Equal(new TickSlotCounts(2 * count, published, conflated, 0), _slot.Counts);
    }

    [Fact]
    public void Nothing_is_allocated() =>
        Assert.Equal(0, Allocated.Least(_ => OfferAndTake(1000)));

    private void OfferAndTake(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _slot.TryOffer(Quote(i), 0, out var tick);
            _slot.TryOffer(Quote(i), 0, out _);
            _slot.TryTakeNext(tick.Number, 0, out tick);
            _slot.TryTakeNext(tick.Number, 0, out _);
        }
    }

    private static (NumberedQuote Tick, NumberedQuote Expected) Act(
        TickSlot slot, NaiveSlot naive, int action, long now, long lastNumber)
    {
        NumberedQuote tick;
        switch (action)
        {
            case 0 or 1:
                slot.TryOffer(Quote(now), now, out tick);
                return (tick, naive.Offer(Quote(now), now));
            case 2:
                slot.TryTakeNext(lastNumber, now, out tick);
                return (tick, naive.TakeNext(lastNumber, now));
            case 3:
                slot.TryTakeNext(lastNumber - 1, now, out tick);
                return (tick, naive.TakeNext(lastNumber - 1, now));
            case 4:
                slot.TryExpire(now, out tick);
                return (tick, naive.Expire(now));
            default:
                slot.TryHeartbeat(now, out tick);
                return (tick, naive.Heartbeat(now));
        }
    }

    private static VenueQuote Quote(long bid) =>
        new(new Price(bid), new Quantity(1), new Price(bid + 1), new Quantity(1));
}
