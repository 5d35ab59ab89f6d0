using MarketMaker.Feeds.Lines;

namespace MarketMaker.Feeds.Tests.Lines;

public sealed class FollowedInstrumentsTests
{
    private readonly FollowedInstruments _followed = new(maxSymbols: 500);

    [Fact]
    public void A_pair_followed_twice_takes_the_last_symbol()
    {
        _followed.Add(Instruments.Make("BTC-USDT", "OLDUSDT", 1m, 1m));
        _followed.Add(Instruments.Btc);

        Assert.Equal(["BTCUSDT"], _followed.Current.Select(x => x.Instrument.Symbol));
    }

    [Fact]
    public void A_symbol_can_be_the_source_of_several_pairs_and_a_pair_have_several_sources()
    {
        _followed.Add(Instruments.Btc);
        _followed.Add(new Instrument(Instruments.Btc.Spec, "BTCUSDC", source: 1));
        _followed.Add(new Instrument(Instruments.Eth.Spec, "BTCUSDT", source: 1));

        Assert.Equal(
            ["BTC-USDT 0 BTCUSDT", "BTC-USDT 1 BTCUSDC", "ETH-USDT 1 BTCUSDT"],
            _followed.Current.Select(x => x.Instrument)
                .Select(x => $"{x.Pair} {x.Source} {x.Symbol}"));
    }

    [Fact]
    public void At_most_as_many_symbols_are_followed_as_a_connection_may_have()
    {
        for (var i = 0; i < 500; i++)
            _followed.Add(Instruments.Make($"A{i}-USDT", $"A{i}USDT", 1m, 1m));

        Assert.Throws<InvalidOperationException>(() => _followed.Add(Instruments.Btc));
    }

    [Fact]
    public void Removing_says_whether_there_was_one()
    {
        _followed.Add(Instruments.Btc);

        bool[] removed =
            [_followed.Remove(Instruments.Btc.Pair, 0), _followed.Remove(Instruments.Btc.Pair, 0)];

        Assert.Equal([true, false], removed);
    }
}
