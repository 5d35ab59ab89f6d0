namespace MarketMaker.Feeds.Tests.Contract;

/// <summary>How soon a feed under test is to notice: short where the test waits for it, long where
/// nothing is to be noticed.</summary>
public sealed record FeedTimes
{
    /// <summary>Nothing but what a test brings about is noticed.</summary>
    public static FeedTimes Patient { get; } = new();

    public TimeSpan NoData { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan FirstTick { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(1);

    public int Lines { get; init; } = 2;
}
