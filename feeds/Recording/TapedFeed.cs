using MarketMaker.Engine.Units;

namespace MarketMaker.Feeds.Recording;

/// <summary>A venue's feed that tells a recorder whose frames are whose.</summary>
/// <param name="feed">The feed; its frames go to the recorder.</param>
/// <param name="recorder">The recorder.</param>
public sealed class TapedFeed(IVenueFeed feed, PairRecorder recorder) : IVenueFeed
{
    /// <inheritdoc/>
    public string Venue => feed.Venue;

    /// <inheritdoc/>
    public FeedStatistics Statistics => feed.Statistics;

    /// <inheritdoc/>
    public void Follow(Instrument instrument)
    {
        feed.Follow(instrument);
        recorder.Follow(Venue, instrument);
    }

    /// <inheritdoc/>
    public bool Unfollow(PairId pair, int source)
    {
        recorder.Unfollow(Venue, pair, source);
        return feed.Unfollow(pair, source);
    }

    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancel) => feed.RunAsync(cancel);
}
