using MarketMaker.Engine.Market;
using MarketMaker.Feeds;
using MarketMaker.Feeds.Simulated;

namespace MarketMaker.Bench.Feeds.Faults;

/// <summary>A fault, and how an adapter shows that it has noticed.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Fault">What happens to the venue.</param>
/// <param name="IsNoticed">Whether it was noticed, by what was told and counted since it began.
/// </param>
internal sealed record FaultCase(
    string Name, Fault Fault, Func<Notice, bool> IsNoticed)
{
    /// <summary>Another fault that happens with it: a venue that refuses connections is noticed by
    /// those that must connect.</summary>
    public Fault? With { get; init; }

    /// <summary>How long the connections live; null for as long as the adapter lets them.</summary>
    public TimeSpan? MaxAge { get; init; }

    private static Fault Reset => new(FaultKind.Reset);

    /// <summary>All, in the order of the table.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Moment("mute,one", n => n.Reconnected),
        Moment("mute", n => n.Reconnected),
        Moment("half-open,one", n => n.Reconnected),
        Moment("half-open", n => n.Reconnected),
        Moment("reset,one", n => n.Reconnected),
        Moment("reset", n => n.Reconnected),
        Moment("close,one", n => n.Reconnected),
        Moment("close", n => n.Reconnected),
        Moment("shutdown", n => n.After.Successions > n.Before.Successions),
        new("age", new Fault(FaultKind.Skew), n => n.After.Successions > n.Before.Successions)
        {
            MaxAge = TimeSpan.FromSeconds(4),
        },
        Lasting("reject=ETHUSDT", n => n.Told(SourceReason.Rejected), Reset),
        Lasting(
            "unknown=ETHUSDT",
            n => n.Told(SourceReason.NoFirstTick) || n.Told(SourceReason.Rejected), Reset),
        Lasting("silent=ETHUSDT", n => n.Told(SourceReason.Silent)),
        Lasting("http=429", n => n.After.LastError?.Contains("429") == true, Reset),
        Lasting("http=451", n => n.After.LastError?.Contains("451") == true, Reset),
        Lasting("http=503", n => n.After.LastError?.Contains("503") == true, Reset),
        Lasting("malformed", n => n.After.Malformed > n.Before.Malformed),
        Lasting("truncated", n => n.After.Malformed > n.Before.Malformed),
        Lasting("crossed=ETHUSDT", n => n.Told(SourceReason.Crossed)),
        Lasting("duplicate", n => Dropped(n.After) > Dropped(n.Before)),
        Lasting("reordered", n => Dropped(n.After) > Dropped(n.Before)),
        Lasting("slow=20", n => n.Told(SourceReason.Lagging)),
        Lasting("lag=2000", n => n.Told(SourceReason.Lagging)),
        // Noticing nothing is what is wanted here: a wrong clock is no lag.
        Lasting("skew=-3600000", n => !n.Told(SourceReason.Lagging) && !n.Reconnected, Reset),
    ];

    private static FaultCase Moment(string text, Func<Notice, bool> isNoticed) =>
        new(text, Fault.Parse(text), isNoticed);

    private static FaultCase Lasting(
        string text, Func<Notice, bool> isNoticed, Fault? with = null) =>
        new(text, Fault.Parse(text), isNoticed) { With = with };

    private static long Dropped(FeedStatistics seen) => seen.StaleIds;
}
