using System.Text;
using MarketMaker.Feeds.Binance;
using MarketMaker.Feeds.Lines;
using MarketMaker.Feeds.Okx;
using Microsoft.Extensions.Time.Testing;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class SubscriptionPlanTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly BinanceProtocol _binance = new(withTrades: false);
    private readonly SubscriptionPlan _plan;

    public SubscriptionPlanTests() => _plan = new SubscriptionPlan(_binance, _time);

    [Fact]
    public void Asks_once_for_all_and_then_for_the_difference()
    {
        List<string?> asked =
        [
            Next("AAUSDT", "BBUSDT"),
            Next("AAUSDT", "BBUSDT"),
            Next("BBUSDT", "CCUSDT"),
            Next("BBUSDT", "CCUSDT"),
            Next("BBUSDT", "CCUSDT"),
        ];

        List<string?> expected = ["+AAUSDT +BBUSDT", null, "-AAUSDT", "+CCUSDT", null];
        Assert.Equal(expected, asked);
    }

    [Fact]
    public void Writes_both_streams_of_each_symbol()
    {
        _plan.TryNext(["BTCUSDT"], out var message);

        Assert.Equal(
            """{"method":"SUBSCRIBE","params":["btcusdt@bookTicker","btcusdt@depth@100ms"]"""
            + ""","id":1}""",
            Encoding.UTF8.GetString(_binance.Write(message!)));
    }

    [Fact]
    public void Five_hundred_long_symbols_are_asked_in_messages_within_the_limits()
    {
        var wanted = Enumerable.Range(0, 500).Select(x => $"{x:D20}USDT").ToArray();
        var messages = new List<ControlMessage>();
        while (_plan.TryNext(wanted, out var message))
            messages.Add(message);

        Assert.Equal(wanted, messages.SelectMany(x => x.Symbols));
        Assert.All(messages, x => Assert.InRange(x.Symbols.Count, 1, 100));
        Assert.All(messages, x => Assert.InRange(_binance.Write(x).Length, 1, 3999));
    }

    [Fact]
    public void A_refused_message_is_asked_again_symbol_by_symbol_and_a_bad_symbol_rests()
    {
        string[] wanted = ["AAUSDT", "BADUSDT", "CCUSDT"];
        Next(wanted);
        _plan.Refuse(1, null);
        List<string?> alone = [Next(wanted), Next(wanted), Next(wanted)];
        _plan.Acknowledge(2, null);
        _plan.Refuse(3, null);
        _plan.Acknowledge(4, null);
        var resting = Next(wanted);
        _time.Advance(SubscriptionPlan.RefusalRest);

        Assert.Equal("+AAUSDT, +BADUSDT, +CCUSDT", string.Join(", ", alone));
        Assert.Null(resting);
        Assert.Equal("+BADUSDT", Next(wanted));
    }

    [Fact]
    public void A_refusal_without_a_number_is_of_the_oldest_unanswered()
    {
        Next("AAUSDT");
        Next("AAUSDT", "BBUSDT");

        var refused = _plan.Refuse(0, null);

        Assert.Equal(["AAUSDT"], refused!.Symbols);
    }

    [Fact]
    public void A_venue_that_answers_symbol_by_symbol_is_understood()
    {
        string[] wanted = ["AA-USDT", "BAD-USDT", "CC-USDT"];
        Next(wanted);
        _plan.Acknowledge(0, "AA-USDT");
        var refused = _plan.Refuse(0, "BAD-USDT");
        var afterRefusal = (_plan.IsAnswered, Next(wanted));
        _plan.Acknowledge(0, "CC-USDT");

        Assert.Equal((true, "BAD-USDT"), (refused!.Subscribes, refused.Symbols.Single()));
        Assert.Equal((false, null), afterRefusal);
        Assert.True(_plan.IsAnswered);
        _time.Advance(SubscriptionPlan.RefusalRest);
        Assert.Equal("+BAD-USDT", Next(wanted));
    }

    [Fact]
    public void Okx_is_asked_for_channels_and_four_hundred_symbols_stay_within_its_64_KB()
    {
        var okx = new OkxProtocol(beacon: null, withTrades: true);
        var plan = new SubscriptionPlan(okx, _time);
        var wanted = Enumerable.Range(0, okx.MaxSymbols).Select(x => $"{x:D19}-USDT").ToArray();
        var messages = new List<ControlMessage>();
        while (plan.TryNext(wanted, out var message))
            messages.Add(message);

        Assert.Equal(wanted, messages.SelectMany(x => x.Symbols));
        Assert.InRange(messages.Sum(x => okx.Write(x).Length), 1, 64 * 1024);
        Assert.Equal(
            """{"op":"subscribe","args":[{"channel":"bbo-tbt","instId":"BTC-USDT"},"""
            + """{"channel":"trades","instId":"BTC-USDT"}]}""",
            Encoding.UTF8.GetString(okx.Write(new(1, Subscribes: true, ["BTC-USDT"]))));
    }

    private string? Next(params string[] wanted) =>
        _plan.TryNext(wanted, out var message)
            ? string.Join(' ', message.Symbols.Select(x => (message.Subscribes ? "+" : "-") + x))
            : null;
}
