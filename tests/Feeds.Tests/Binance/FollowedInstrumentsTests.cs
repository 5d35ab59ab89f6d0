using MarketMaker.Feeds.Binance;

namespace MarketMaker.Feeds.Tests.Binance;

public sealed class FollowedInstrumentsTests
{
    private readonly FollowedInstruments _followed = new();

    [Fact]
    public void A_pair_followed_twice_takes_the_last_symbol()
    {
        _followed.Add(Instruments.Make("BTC-USDT", "OLDUSDT", 1m, 1m));
        _followed.Add(Instruments.Btc);

        Assert.Equal(["BTCUSDT"], _followed.Current.Select(x => x.Instrument.Symbol));
    }

    [Fact]
    public void A_symbol_cannot_be_two_pairs()
    {
        _followed.Add(Instruments.Btc);

        var error = Assert.Throws<InvalidOperationException>(
            () => _followed.Add(Instruments.Make("XBT-USDT", "BTCUSDT", 1m, 1m)));

        Assert.Equal("BTCUSDT is followed as BTC-USDT already.", error.Message);
    }

    [Fact]
    public void At_most_500_pairs_are_followed()
    {
        for (var i = 0; i < FollowedInstruments.MaxCount; i++)
            _followed.Add(Instruments.Make($"A{i}-USDT", $"A{i}USDT", 1m, 1m));

        Assert.Throws<InvalidOperationException>(() => _followed.Add(Instruments.Btc));
    }

    [Fact]
    public void Removing_says_whether_there_was_one()
    {
        _followed.Add(Instruments.Btc);

        bool[] removed =
            [_followed.Remove(Instruments.Btc.Pair), _followed.Remove(Instruments.Btc.Pair)];

        Assert.Equal([true, false], removed);
    }
}
