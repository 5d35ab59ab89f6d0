using System.Text;
using System.Text.Json;
using MarketMaker.Feeds.Simulated;
using MarketMaker.Feeds.Tapes;

namespace MarketMaker.Feeds.Tests.Simulated;

public sealed class PriceProcessSourceTests
{
    [Fact]
    public async Task Quotes_depth_and_trades_are_served_as_the_venue_writes_them()
    {
        var options = new PriceProcessOptions
        {
            Symbol = "BTCUSDT",
            StartPrice = 60_000m,
            TickSize = 0.01m,
            LotSize = 0.00001m,
            MeanSize = 0.5m,
        };
        var source = new PriceProcessSource([options], seed: 1, TimeProvider.System);
        await using var venue = new SimulatedVenue(source);
        await venue.StartAsync();
        using var tickers = await VenueClient.ConnectAsync(venue, "/ws/btcusdt@bookTicker");
        using var depths = await VenueClient.ConnectAsync(venue, "/ws/btcusdt@depth@100ms");
        using var trades = await VenueClient.ConnectAsync(venue, "/ws/btcusdt@trade");

        var ticker = await tickers.ReceiveAsync();
        var depth = await depths.ReceiveAsync();
        var trade = await trades.ReceiveAsync();

        Assert.Equal("u s b B a A", NamesIn(ticker));
        Assert.Equal("e E s U u b a", NamesIn(depth));
        Assert.Equal("e E s t p q T m", NamesIn(trade));
        Assert.True(TapeTrade.TryRead(Encoding.UTF8.GetBytes(trade!), out var read));
        Assert.Equal("BTCUSDT", read.Symbol);
    }

    private static string NamesIn(string? payload)
    {
        using var json = JsonDocument.Parse(payload!);
        return string.Join(' ', json.RootElement.EnumerateObject().Select(x => x.Name));
    }
}
