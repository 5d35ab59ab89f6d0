using MarketMaker.Engine.Market;
using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Tests.Market;

/// <summary>A reference of several sources at a time that the test moves. Prices are whole ticks
/// of 0.01, a tick on each side; D is 1 %.</summary>
internal sealed class ThreeVenues
{
    public static readonly ReferenceLimits Usual = new();

    public ThreeVenues(int sources = 3, ReferenceLimits? limits = null)
    {
        var plans = Enumerable.Range(0, sources).Select(feed => new SourcePlan(feed));
        Reference = new CompositeReference(
            new ReferencePlan(sources, [.. plans], limits ?? Usual));
    }

    public CompositeReference Reference { get; }

    public Instant Now { get; private set; } = new(1_750_000_000_000_000);

    public CompositePrice Price => Reference.Assess(Now);

    public SourceState StateOf(int source) => Reference.Report(source).State;

    public SourceFault CauseOf(int source) => Reference.Report(source).Cause;

    public void Say(int feed, long ticks, long size = 1) =>
        Reference.Hear(feed, QuoteOf(ticks, size), Now, Now);

    /// <summary>Time goes on; every tenth of a second the venues say their prices, and the
    /// reference is looked at.</summary>
    /// <param name="seconds">For how long.</param>
    /// <param name="ticks">What each says; 0 says nothing.</param>
    public CompositePrice Run(double seconds, params long[] ticks)
    {
        var price = default(CompositePrice);
        for (var i = 0; i < (int)Math.Round(seconds * 10); i++)
        {
            Now += TimeSpan.FromMilliseconds(100);
            for (var feed = 0; feed < ticks.Length; feed++)
            {
                if (ticks[feed] > 0)
                    Say(feed, ticks[feed]);
            }
            price = Price;
        }
        return price;
    }

    public static VenueQuote QuoteOf(long ticks, long size = 1) => new(
        new Price(ticks - 1), new Quantity(size), new Price(ticks + 1), new Quantity(size));
}
