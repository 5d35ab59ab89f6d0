namespace MarketMaker.Feeds;

/// <summary>Sees every frame of a venue as it came, before it is read: for recorders.</summary>
/// <remarks>Called by the loops that read the connections, one call at a time per venue. It must
/// return at once and must not throw.</remarks>
public interface IFrameTap
{
    /// <summary>A frame is complete.</summary>
    /// <param name="venue">The venue: <see cref="IVenueFeed.Venue"/>.</param>
    /// <param name="symbol">The venue's name of the pair that the frame speaks of, in ASCII; empty
    /// if it speaks of none.</param>
    /// <param name="arrivedAt">When it was complete: the feed's
    /// <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <param name="isRepeat">Whether another line had brought the same before. A tape without
    /// repeats holds what one line that never fails would have brought.</param>
    /// <param name="frame">Its bytes; valid during the call.</param>
    void OnFrame(
        string venue,
        ReadOnlySpan<byte> symbol,
        long arrivedAt,
        bool isRepeat,
        ReadOnlySpan<byte> frame);
}
