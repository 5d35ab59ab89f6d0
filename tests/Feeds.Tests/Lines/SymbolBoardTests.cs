namespace MarketMaker.Feeds.Tests.Lines;

public sealed class SymbolBoardTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly LineBench _binance = LineBench.OfBinance();
    private readonly LineBench _okx = LineBench.OfOkx();

    public SymbolBoardTests()
    {
        _binance.Followed.Add(Instruments.Btc);
        _okx.Followed.Add(Instruments.BtcAtOkx);
    }

    [Fact]
    public void The_first_line_to_bring_a_number_wins_and_the_other_is_counted()
    {
        Quote(1, line: 0);
        Quote(1, line: 1);
        Quote(2, line: 1);
        Quote(3, line: 1);
        Quote(2, line: 0);
        Quote(3, line: 0);
        Quote(4, line: 0);

        Assert.Equal(
            ["BTC-USDT/0 Ok", "BTC-USDT/0 1-2", "BTC-USDT/0 2-3", "BTC-USDT/0 3-4",
                "BTC-USDT/0 4-5"],
            _binance.Told);
        Assert.Equal((3, 0), (_binance.Counters.Repeats, _binance.Counters.StaleIds));
    }

    [Fact]
    public void What_a_line_repeats_or_brings_out_of_order_is_dropped()
    {
        foreach (var id in (int[])[5, 5, 4, 6])
            Quote(id);

        Assert.Equal(
            ["BTC-USDT/0 Ok", "BTC-USDT/0 5-6", "BTC-USDT/0 6-7"], _binance.Told);
        Assert.Equal(2, _binance.Counters.StaleIds);
    }

    [Fact]
    public void A_tape_has_what_one_perfect_line_would_have_brought()
    {
        var (first, second) = (Ticker(1), Ticker(2));
        foreach (var (frame, line) in ((string, int)[])
            [(first, 0), (first, 1), ("nonsense", 1), (second, 1), (second, 0)])
        {
            _binance.Hear(frame, line);
        }

        Assert.Equal([first, "nonsense", second], _binance.Tape);
    }

    [Fact]
    public void Every_source_that_follows_a_symbol_is_told_in_its_own_ticks()
    {
        _binance.Followed.Add(Instruments.Make("XBT-USDT", "BTCUSDT", 0.1m, 1m, source: 3));

        _binance.Hear(Frames.BookTicker("BTCUSDT", 1, "10.01", "10.02"));

        Assert.Equal(
            ["BTC-USDT/0 Ok", "BTC-USDT/0 1001-1002", "XBT-USDT/3 Ok", "XBT-USDT/3 100-101"],
            _binance.Told);
    }

    [Fact]
    public void A_third_crossed_quote_in_a_row_ends_the_line_and_a_good_one_heals()
    {
        Quote(1);
        List<string?> ends =
        [
            Cross(2), Cross(3), Quote(4), Cross(5), Cross(6), Cross(7),
        ];
        Quote(8);

        List<string?> expected =
            [null, null, null, null, null, "3 crossed quotes in a row of BTCUSDT"];
        Assert.Equal(expected, ends);
        Assert.Equal(
            ["BTC-USDT/0 Ok", "BTC-USDT/0 1-2", "BTC-USDT/0 Crossed", "BTC-USDT/0 Ok",
                "BTC-USDT/0 4-5", "BTC-USDT/0 Crossed", "BTC-USDT/0 Ok", "BTC-USDT/0 8-9"],
            _binance.Told);
    }

    [Fact]
    public void A_symbol_that_brings_no_first_price_is_off_after_its_deadline()
    {
        _binance.Board.OnAsked(["BTCUSDT"]);
        _binance.Pass(_second * 4.9);
        Assert.Empty(_binance.Told);

        _binance.Pass(_second * 0.1);
        _binance.Hear(Frames.Depth("BTCUSDT", 1));
        Quote(1);

        Assert.Equal(
            ["BTC-USDT/0 NoFirstTick", "BTC-USDT/0 stands", "BTC-USDT/0 Ok", "BTC-USDT/0 1-2"],
            _binance.Told);
    }

    [Fact]
    public void One_silent_symbol_is_told_and_the_others_are_not()
    {
        _binance.Followed.Add(Instruments.Eth);
        Quote(1);
        _binance.Hear(Frames.BookTicker("ETHUSDT", 1, "1", "2"));
        _binance.Told.Clear();
        for (var second = 1; second <= 4; second++)
        {
            _binance.Pass(_second);
            Quote(second + 1);
        }

        Assert.Equal("ETH-USDT/0 Silent", Assert.Single(_binance.Told, x => x.StartsWith("ETH")));
        Assert.DoesNotContain("BTC-USDT/0 Silent", _binance.Told);
    }

    [Fact]
    public void Lag_is_told_beyond_the_least_difference_though_ticks_flow()
    {
        // The venue's clock is 1.27 s ahead, as in a recorded minute.
        var ahead = 1_723_161_485_318L + 1_270;
        Quote(1);
        Depth(1, ahead);
        _binance.Time.Advance(_second);
        Depth(2, ahead + 1000 - 500);
        _binance.Time.Advance(_second);
        Depth(3, ahead + 2000 - 502);
        Quote(2);
        _binance.Time.Advance(_second);
        Depth(4, ahead + 3000 - 300);
        Depth(5, ahead + 3000 - 240);

        Assert.Equal(
            ["BTC-USDT/0 Ok", "BTC-USDT/0 1-2", "BTC-USDT/0 stands", "BTC-USDT/0 stands",
                "BTC-USDT/0 Lagging 501.6 ms", "BTC-USDT/0 stands", "BTC-USDT/0 2-3",
                "BTC-USDT/0 stands", "BTC-USDT/0 Ok", "BTC-USDT/0 stands"],
            _binance.Told);
    }

    [Fact]
    public void When_all_lines_are_down_the_symbols_are_and_may_be_counted_anew_after()
    {
        Quote(5);
        _binance.Board.OnOpened();
        _binance.Board.OnEnded();
        Assert.DoesNotContain("BTC-USDT/0 LineDown", _binance.Told);

        _binance.Board.OnEnded();
        _binance.Board.OnOpened();
        _binance.Pass(_second);
        Quote(1);

        Assert.Equal(
            ["BTC-USDT/0 Ok", "BTC-USDT/0 5-6", "BTC-USDT/0 LineDown", "BTC-USDT/0 Connecting",
                "BTC-USDT/0 Ok", "BTC-USDT/0 1-2"],
            _binance.Told);
    }

    [Fact]
    public void A_refused_symbol_is_rejected_until_a_price_comes()
    {
        _okx.Plan.TryNext(["BTC-USDT", "ETH-USDT"], out _);
        _okx.Hear(Frames.OkxError("60018", "BTC-USDT"));
        _okx.Hear(Bbo(1, 1000));

        Assert.Equal(
            ["BTC-USDT/1 Rejected", "BTC-USDT/1 Ok", "BTC-USDT/1 1-2"], _okx.Told);
    }

    [Fact]
    public void A_lower_number_of_a_later_time_begins_a_new_count()
    {
        _okx.Hear(Bbo(100, 1000));
        _okx.Hear(Bbo(99, 999));
        _okx.Hear(Bbo(100, 1000));
        _okx.Hear(Bbo(7, 1001));
        _okx.Hear(Bbo(8, 1002));

        Assert.Equal(
            ["BTC-USDT/1 Ok", "BTC-USDT/1 100-101", "BTC-USDT/1 7-8", "BTC-USDT/1 8-9"],
            _okx.Told);
    }

    [Fact]
    public void An_idle_symbol_stands_while_its_line_is_proved_and_is_silent_without_its_repeat()
    {
        _okx.Hear(Bbo(1, 1000));
        _okx.Told.Clear();
        for (var second = 1; second <= 89; second++)
        {
            _okx.Time.Advance(_second);
            _okx.Hear("pong");
            _okx.Board.Sweep();
        }
        Assert.Equal(Enumerable.Repeat("BTC-USDT/1 stands", 89), _okx.Told);

        _okx.Told.Clear();
        _okx.Pass(_second);

        Assert.Equal(["BTC-USDT/1 Silent 0 ms"], _okx.Told);
    }

    [Fact]
    public void A_lively_symbol_that_falls_silent_on_a_proved_line_is_told_in_seconds()
    {
        var okx = LineBench.OfOkx(beacon: "BTC-USDT");
        okx.Followed.Add(Instruments.EthAtOkx);
        var id = 0;
        for (; id < 700; id++)
        {
            okx.Time.Advance(_second * 0.1);
            okx.Hear(Frames.Bbo("ETH-USDT", id + 1, "1", "2", id * 100));
            okx.Hear(Frames.Bbo("BTC-USDT", id + 1, "1", "2", id * 100));
        }
        okx.Told.Clear();

        for (var tenth = 1; tenth <= 31; tenth++, id++)
        {
            okx.Pass(_second * 0.1);
            okx.Hear(Frames.Bbo("BTC-USDT", id + 1, "1", "2", id * 100));
        }
        okx.Hear(Frames.Bbo("ETH-USDT", id + 1, "3", "4", id * 100));

        Assert.Equal(
            [.. Enumerable.Repeat("ETH-USDT/1 stands", 29), "ETH-USDT/1 Silent 0 ms",
                "ETH-USDT/1 Ok", "ETH-USDT/1 300-400"],
            okx.Told);
    }

    [Fact]
    public void With_a_beacon_an_answered_ping_proves_nothing()
    {
        var okx = LineBench.OfOkx(beacon: "BTC-USDT");
        okx.Followed.Add(Instruments.EthAtOkx);
        okx.Hear(Frames.Bbo("ETH-USDT", 1, "1", "2", 1000));
        okx.Hear(Frames.Bbo("BTC-USDT", 1, "1", "2", 1000));
        okx.Pass(_second);
        okx.Told.Clear();

        okx.Hear("pong");
        okx.Pass(_second);
        Assert.Empty(okx.Told);

        okx.Hear(Frames.Bbo("BTC-USDT", 2, "1", "2", 3000));
        okx.Pass(_second);
        Assert.Equal(["ETH-USDT/1 stands"], okx.Told);
    }

    private string? Quote(int id, int line = 0) => _binance.Hear(Ticker(id), line);

    private string? Cross(int id) =>
        _binance.Hear(Frames.BookTicker("BTCUSDT", id, "0.02", "0.01"));

    private void Depth(int id, long eventTime) =>
        _binance.Hear(Frames.Depth("BTCUSDT", id, eventTime));

    private static string Ticker(int id) =>
        Frames.BookTicker("BTCUSDT", id, $"0.{id:D2}", $"0.{id + 1:D2}");

    private static string Bbo(int id, long time) =>
        Frames.Bbo("BTC-USDT", id, $"{id * 0.01m}", $"{(id + 1) * 0.01m}", time);
}
