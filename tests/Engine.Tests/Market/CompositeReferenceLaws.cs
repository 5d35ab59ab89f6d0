using CsCheck;
using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Market;

/// <summary>What holds whatever three venues say, and when.</summary>
public sealed class CompositeReferenceLaws
{
    private const int Sources = 3;
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    private static readonly Gen<(int Feed, int Move, int Health, int Wait)[]> _genLife =
        Gen.Select(
            Gen.Int[0, Sources - 1],
            // Mostly steps, sometimes jumps and the way back.
            Gen.Frequency(
                (30, Gen.Int[-20, 20]), (2, Gen.Int[-600, 600]), (1, Gen.Int[-4_000, 4_000])),
            Gen.Frequency((40, Gen.Const((int)SourceReason.Ok)), (1, Gen.Int[1, 9])),
            Gen.Frequency((40, Gen.Int[0, 100]), (2, Gen.Int[100, 3_000]), (1, Gen.Int[0, 40_000])))
        .Array[50, 400];

    private static readonly Dictionary<SourceState, SourceState[]> _ways = new()
    {
        [SourceState.Connecting] = [SourceState.Warm, SourceState.Off],
        [SourceState.Warm] = [SourceState.Live, SourceState.Suspect, SourceState.Off],
        [SourceState.Live] = [SourceState.Suspect, SourceState.Off],
        [SourceState.Suspect] = [SourceState.Live, SourceState.Off],
        [SourceState.Off] = [SourceState.Warm],
    };

    [Fact]
    public void No_state_is_jumped_over_and_trust_is_earned()
    {
        _genLife.Sample(life =>
        {
            var before = new SourceReport[Sources];
            Live(life, (reference, now, _) =>
            {
                for (var i = 0; i < Sources; i++)
                {
                    var report = reference.Report(i);
                    var isStep = report.State == before[i].State
                        || _ways[before[i].State].Contains(report.State);
                    Assert.True(isStep, $"{before[i].State} → {report.State}");
                    if (report.State == SourceState.Live && before[i].State != SourceState.Live)
                        Assert.True(before[i].LiveAt <= now || IsForgiven(before[i], now));
                    before[i] = report;
                }
            });
        });
    }

    private static bool IsForgiven(SourceReport report, Instant now) =>
        report is { State: SourceState.Suspect, Cause: SourceFault.Stale or SourceFault.Outlier }
        && now - report.Since < ThreeVenues.Usual.ShortSilence;

    [Fact]
    public void Nothing_that_is_used_is_stale_far_or_doubted()
    {
        _genLife.Sample(life => Live(life, (reference, now, price) =>
        {
            if (price.Reason != PauseReason.None)
                return;
            Assert.True(now - price.HeardAt <= ThreeVenues.Usual.TimeToLive);
            Assert.True(price.Bid.Ticks * 2 < price.Mark.HalfTicks);
            Assert.True(price.Ask.Ticks * 2 > price.Mark.HalfTicks);
            Assert.InRange(price.Confidence.PartsPerMillion, 1, 1_000_000);
            var used = Enumerable.Range(0, Sources).Select(reference.Report)
                .Where(report => report.IsUsed).ToArray();
            Assert.Equal(price.Used, used.Length);
            Assert.All(used, report => Assert.Equal(SourceState.Live, report.State));
            Assert.Equal(used.Min(report => report.HeardAt), price.HeardAt);
            Assert.InRange(
                price.Mark.HalfTicks,
                used.Min(report => report.Quote.Middle.HalfTicks),
                used.Max(report => report.Quote.Middle.HalfTicks));
            if (used.Length == 2)
            {
                Assert.False(ThreeVenues.Usual.AreApart(
                    used[0].Quote.Middle, used[1].Quote.Middle));
            }
        }));
    }

    [Fact]
    public void Every_pause_has_a_reason_and_no_jump_shuts_out_for_a_second()
    {
        _genLife.Sample(life =>
        {
            var doubtedSince = new Instant?[Sources];
            Live(life, (reference, now, price) =>
            {
                Assert.True(price.Mark.IsKnown || price.Reason != PauseReason.None);
                for (var i = 0; i < Sources; i++)
                {
                    var isDoubted = reference.Report(i) is
                        { Cause: SourceFault.Outlier, State: SourceState.Suspect, LiveAt: null };
                    doubtedSince[i] = isDoubted ? doubtedSince[i] ?? now : null;
                    Assert.True(now - (doubtedSince[i] ?? now) <= TimeSpan.FromSeconds(1));
                }
            });
        });
    }

    [Fact]
    public void The_same_life_is_the_same_reference()
    {
        _genLife.Sample(life =>
        {
            var (first, second) = (new List<CompositePrice>(), new List<CompositePrice>());
            Live(life, (_, _, price) => first.Add(price));
            Live(life, (_, _, price) => second.Add(price));
            Assert.Equal(first, second);
        });
    }

    [Fact]
    public void Fresher_and_nearer_is_not_less_reliable() =>
        Gen.Select(Gen.Long[0, 99], Gen.Long[0, 99], Gen.Int[0, 900], Gen.Int[0, 900]).Sample(
            (near, far, young, old) =>
            {
                (near, far) = (Math.Min(near, far), Math.Max(near, far));
                (young, old) = (Math.Min(young, old), Math.Max(young, old));
                return Confidence(near, young) >= Confidence(far, old);
            });

    private static long Confidence(long apart, int age)
    {
        var venues = new ThreeVenues(sources: 2);
        venues.Run(1, 10_000, 10_000 + apart);
        return venues.Reference.Assess(venues.Now + TimeSpan.FromMilliseconds(age))
            .Confidence.PartsPerMillion;
    }

    /// <summary>Lives through it, and looks after each event and every quarter of a second.
    /// </summary>
    private static void Live(
        (int Feed, int Move, int Health, int Wait)[] life,
        Action<CompositeReference, Instant, CompositePrice> look)
    {
        var venues = new ThreeVenues(Sources);
        var reference = venues.Reference;
        var now = venues.Now;
        long[] prices = [10_000, 10_000, 10_000];
        foreach (var (feed, move, health, wait) in life)
        {
            var until = now + TimeSpan.FromMilliseconds(wait);
            for (; now + _look < until; look(reference, now, reference.Assess(now)))
                now += _look;
            now = until;
            look(reference, now, reference.Assess(now));
            // A jump is a slip: the next price stands where the last would have.
            var ticks = prices[feed] + move;
            prices[feed] = Math.Clamp(prices[feed] + (Math.Abs(move) > 600 ? 0 : move), 50, 20_000);
            reference.Tell(feed, new SourceHealth((SourceReason)health));
            reference.Hear(feed, ThreeVenues.QuoteOf(Math.Max(2, ticks)), now, now);
            look(reference, now, reference.Assess(now));
        }
    }
}
