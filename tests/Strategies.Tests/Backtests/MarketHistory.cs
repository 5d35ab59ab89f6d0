using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Strategies.Tests.Backtests;

/// <summary>What a venue said, made up: times in seconds, prices around 10 000 ticks.</summary>
internal static class MarketHistory
{
    private static readonly Instant _start = new(1_700_000_000_000_000);

    public static Instant At(double seconds) =>
        new(_start.Microseconds + (long)Math.Round(seconds * 1e6));

    public static VenueEvent Quote(double seconds, long bid, long ask, byte source = 0) =>
        VenueEvent.OfQuote(
            At(seconds), source,
            new(new Price(bid), new Quantity(1), new Price(ask), new Quantity(1)));

    public static VenueEvent Heartbeat(double seconds) => VenueEvent.OfHeartbeat(At(seconds), 0);

    public static VenueEvent Trade(
        double seconds, Side aggressor, long lots, byte source = 0) =>
        VenueEvent.OfTrade(At(seconds), source, new Price(10_000), new Quantity(lots), aggressor);

    /// <summary>A random walk with trades, silences and jumps.</summary>
    public static VenueEvent[] Of(int seed, double seconds)
    {
        var random = new Random(seed);
        var events = new List<VenueEvent>();
        var (time, middle) = (0.0, 10_000L);
        while (time < seconds)
        {
            time += random.Next(50) == 0 ? 3 : random.NextDouble() * 0.05;
            middle += random.Next(200) == 0 ? random.Next(-120, 121) : random.Next(-2, 3);
            var side = random.Next(2) == 0 ? Side.Buy : Side.Sell;
            events.Add(random.Next(10) switch
            {
                < 6 => Quote(time, middle - random.Next(1, 3), middle + random.Next(1, 3)),
                < 7 => Heartbeat(time),
                _ => Trade(time, side, random.Next(0, random.Next(8) == 0 ? 9_000 : 600)),
            });
        }
        return [.. events];
    }
}
