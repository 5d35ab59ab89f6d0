using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Silo.Tests;

/// <summary>A venue whose prices stand still, so that a state can be compared to the last digit.
/// </summary>
internal sealed class SteadyVenue : IVenueSource
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(100);

    private static readonly (string Symbol, string Bid, string Ask)[] _prices =
    [
        ("BTCUSDT", "61699.99", "61700.01"),
        ("ETHUSDT", "2679.99", "2680.01"),
        ("SOLUSDT", "151.99", "152.01"),
    ];

    public async Task RunAsync(IVenueAudience audience, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(_interval);
        for (var id = 1L; await timer.WaitForNextTickAsync(stopping); id++)
        {
            foreach (var (symbol, bid, ask) in _prices)
            {
                var stream = $"{symbol.ToLowerInvariant()}@bookTicker";
                var ticker = $$"""
                    {"u":{{id}},"s":"{{symbol}}","b":"{{bid}}","B":"1","a":"{{ask}}","A":"1"}
                    """;
                await audience.PublishAsync(VenueFrame.Of(stream, ticker), stopping);
            }
        }
    }
}
