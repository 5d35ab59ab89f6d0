using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Feeds.Tests.Contract;

/// <summary>What every adapter does about what venues do. A class for each adapter derives from
/// this one and says how the adapter is made.</summary>
public abstract class VenueFeedContract
{
    private const string Quote = "BTC-USDT quote";

    /// <summary>BTC-USDT and ETH-USDT as the venue calls them.</summary>
    public abstract (Instrument Btc, Instrument Eth) Instruments { get; }

    /// <summary>What a source is whose symbol the venue does not know.</summary>
    public abstract string UnknownIs { get; }

    /// <summary>What a source is whose subscription the venue refused, as far as the adapter can
    /// tell.</summary>
    public virtual string RejectedIs => "Rejected";

    /// <summary>What carries the venue's time: how late is late is known from then on.</summary>
    public virtual string TimedIs => Quote;

    /// <summary>Makes the adapter.</summary>
    public abstract IVenueFeed Make(Uri venue, IVenueQuoteSink sink, FeedTimes times);

    [Fact]
    public async Task A_source_is_well_before_its_first_quote()
    {
        await using var trial = await Start(FeedTimes.Patient);

        Assert.DoesNotContain(Quote, await trial.Ear.HearAsync("BTC-USDT Ok"));
        await trial.Ear.HearAsync(Quote);
        await trial.Ear.HearAsync("ETH-USDT quote");
    }

    [Theory]
    [InlineData("mute")]
    [InlineData("half-open")]
    public async Task Lines_that_bring_nothing_more_are_replaced(string fault)
    {
        await using var trial = await Start(new() { NoData = TimeSpan.FromSeconds(0.4) });
        await trial.SettleAsync(lines: 2);

        trial.Begin(Fault.Parse(fault));
        var connects = trial.Seen.Connects;

        await trial.Ear.HearUntilAsync(() => trial.Seen.Connects > connects);
        await trial.Ear.HearAsync(Quote);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("close")]
    public async Task Lines_that_end_are_replaced(string fault)
    {
        await using var trial = await Start(FeedTimes.Patient);
        await trial.SettleAsync(lines: 2);

        trial.Begin(Fault.Parse(fault));

        await trial.Ear.HearAsync("BTC-USDT LineDown");
        await trial.Ear.HearAsync("BTC-USDT Ok");
        await trial.Ear.HearAsync(Quote);
    }

    [Theory]
    [InlineData("mute,one")]
    [InlineData("half-open,one")]
    [InlineData("reset,one")]
    [InlineData("close,one")]
    public async Task One_line_of_two_is_replaced_and_nothing_is_missed(string fault)
    {
        await using var trial = await Start(new() { NoData = TimeSpan.FromSeconds(0.4) });
        await trial.SettleAsync(lines: 2);

        trial.Begin(Fault.Parse(fault));
        var heard = await trial.Ear.HearUntilAsync(() => trial.Seen.Connects > 2);

        Assert.DoesNotContain("BTC-USDT LineDown", heard);
        await trial.Ear.HearAsync(Quote);
    }

    [Fact]
    public async Task An_announced_end_is_answered_with_a_successor_first()
    {
        await using var trial = await Start(FeedTimes.Patient with { Lines = 1 });
        await trial.SettleAsync(lines: 1);

        trial.Begin(Fault.Parse("shutdown=20000"));
        var heard = await trial.Ear.HearUntilAsync(() => trial.Seen.Successions == 1);

        Assert.DoesNotContain("BTC-USDT LineDown", heard);
        await trial.Ear.HearAsync(Quote);
    }

    [Fact]
    public async Task A_line_is_succeeded_at_its_age()
    {
        await using var trial = await Start(
            FeedTimes.Patient with { Lines = 1, MaxAge = TimeSpan.FromSeconds(1) });

        var heard = await trial.Ear.HearUntilAsync(() => trial.Seen.Successions == 1);

        Assert.DoesNotContain("BTC-USDT LineDown", heard);
        await trial.Ear.HearAsync(Quote);
    }

    [Fact]
    public async Task A_rejected_symbol_is_named_and_harms_no_other()
    {
        await using var trial = await Start(FeedTimes.Patient, Fault.Parse("reject=ETHUSDT"));

        await trial.Ear.HearAsync($"ETH-USDT {RejectedIs}");
        await trial.Ear.HearAsync(Quote);

        Assert.InRange(trial.Seen.Refusals, 1, 10);
    }

    [Fact]
    public async Task An_unknown_symbol_is_off_and_the_line_stays()
    {
        await using var trial = await Start(
            FeedTimes.Patient with { FirstTick = TimeSpan.FromSeconds(0.5), Lines = 1 },
            Fault.Parse("unknown=ETHUSDT"));

        await trial.Ear.HearAsync($"ETH-USDT {UnknownIs}");
        await trial.Ear.HearAsync(Quote);

        Assert.Equal(1, trial.Seen.Connects);
    }

    [Fact]
    public async Task One_silent_symbol_of_many_is_told_and_the_lines_stay()
    {
        await using var trial = await Start(
            FeedTimes.Patient with { Silence = TimeSpan.FromSeconds(0.5) });
        await trial.SettleAsync(lines: 2);
        await trial.Ear.HearAsync("ETH-USDT quote");
        var silence = Fault.Parse("silent=ETHUSDT");

        trial.Begin(silence);
        await trial.Ear.HearAsync("ETH-USDT Silent");
        await trial.Ear.HearAsync(Quote);
        trial.End(silence);
        await trial.Ear.HearAsync("ETH-USDT Ok");

        Assert.Equal(2, trial.Seen.Connects);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(451)]
    [InlineData(503)]
    public async Task A_venue_that_answers_with_an_error_is_asked_again(int status)
    {
        var refusal = new Fault(FaultKind.Http, Amount: status);
        await using var trial = await Start(FeedTimes.Patient, refusal);

        await trial.Ear.HearAsync("BTC-USDT LineDown");
        Assert.Contains($"HTTP {status}", trial.Seen.LastError, StringComparison.Ordinal);
        trial.End(refusal);

        await trial.Ear.HearAsync("BTC-USDT Ok");
        Assert.True(trial.Seen.Attempts > trial.Seen.Connects);
    }

    [Fact]
    public async Task A_sink_that_throws_loses_its_own_quote_and_no_line()
    {
        await using var trial = await Start(FeedTimes.Patient);
        await trial.SettleAsync(lines: 2);

        trial.Ear.Failure = new InvalidOperationException("sick sink");
        await trial.Ear.HearUntilAsync(() => trial.Seen.SinkErrors >= 3);

        Assert.Equal(2, trial.Seen.Connects);
    }

    [Fact]
    public async Task Crossed_quotes_are_dropped_and_three_in_a_row_reset_the_line()
    {
        await using var trial = await Start(FeedTimes.Patient with { Lines = 1 });
        await trial.SettleAsync(lines: 1);
        var crossed = Fault.Parse("crossed=BTCUSDT");

        trial.Begin(crossed);
        var before = await trial.Ear.HearAsync("BTC-USDT Crossed");
        await trial.Ear.HearUntilAsync(() => trial.Seen.Connects > 1);
        trial.End(crossed);
        await trial.Ear.HearAsync(Quote);

        Assert.DoesNotContain("BTC-USDT bad quote", before);
        Assert.InRange(trial.Seen.Crossed, 3, int.MaxValue);
    }

    [Theory]
    [InlineData("malformed")]
    [InlineData("truncated")]
    public async Task Sick_frames_are_counted_and_the_lines_stay(string fault)
    {
        await using var trial = await Start(FeedTimes.Patient);
        await trial.SettleAsync(lines: 2);

        trial.Begin(Fault.Parse(fault));
        await trial.Ear.HearUntilAsync(() => trial.Seen.Malformed >= 10);
        await trial.Ear.HearAsync(Quote);

        Assert.Equal(2, trial.Seen.Connects);
    }

    [Theory]
    [InlineData("duplicate")]
    [InlineData("reordered")]
    public async Task What_comes_twice_or_too_late_is_dropped(string fault)
    {
        await using var trial = await Start(FeedTimes.Patient with { Lines = 1 });
        await trial.SettleAsync(lines: 1);

        trial.Begin(Fault.Parse(fault));
        await trial.Ear.HearUntilAsync(() => trial.Seen.StaleIds >= 5);
        await trial.Ear.HearAsync(Quote);

        Assert.Equal((1, 0), (trial.Seen.Connects, trial.Seen.Malformed));
    }

    [Theory]
    [InlineData(1_270)]
    [InlineData(-3_600_000)]
    public async Task A_clock_that_is_wrong_is_no_lag(int ahead)
    {
        await using var trial = await Start(
            FeedTimes.Patient, new Fault(FaultKind.Skew, Amount: ahead));
        await trial.SettleAsync(lines: 2);

        var heard = await trial.Ear.HearUntilAsync(() => trial.Seen.Quotes >= 100);

        Assert.DoesNotContain("BTC-USDT Lagging", heard);
        Assert.DoesNotContain("BTC-USDT LineDown", heard);
    }

    [Fact]
    public async Task A_venue_that_lags_is_told_though_ticks_flow()
    {
        await using var trial = await Start(FeedTimes.Patient);
        await trial.SettleAsync(lines: 2);
        await trial.Ear.HearAsync(TimedIs);
        var lag = Fault.Parse("lag=1500");

        trial.Begin(lag);
        await trial.Ear.HearAsync("BTC-USDT Lagging");
        await trial.Ear.HearAsync(Quote);
        trial.End(lag);
        await trial.Ear.HearAsync("BTC-USDT Ok");

        Assert.Equal(2, trial.Seen.Connects);
    }

    [Fact]
    public async Task A_venue_that_sends_too_slowly_is_told_to_lag()
    {
        await using var trial = await Start(FeedTimes.Patient with { Lines = 1 });
        await trial.SettleAsync(lines: 1);

        // Some 200 frames a second are offered, and 50 at most are sent.
        trial.Begin(Fault.Parse("slow=20"));
        await trial.Ear.HearAsync("BTC-USDT Lagging");

        Assert.Equal(1, trial.Seen.Connects);
    }

    private Task<FeedTrial> Start(FeedTimes times, params Fault[] faults) =>
        FeedTrial.StartAsync(
            (url, sink) => Make(url, sink, times),
            [Instruments.Btc, Instruments.Eth],
            faults);
}
