namespace MarketMaker.Feeds.Simulated;

/// <summary>What came of playing a tape.</summary>
/// <param name="Frames">Frames read.</param>
/// <param name="Published">Frames that passed the filter and were offered to subscribers.</param>
/// <param name="Trades">Trades handed to the callback.</param>
/// <param name="MalformedLines">Lines skipped: no time stamp, no frame, or cut off at the end.
/// </param>
/// <param name="FirstMalformedLines">The numbers of the first of those, from 1; at most
/// <see cref="MaxListed"/>.</param>
/// <param name="EndedEarly">Why the tape was not played to its end; null if it was.</param>
public sealed record TapeReport(
    long Frames,
    long Published,
    long Trades,
    long MalformedLines,
    IReadOnlyList<long> FirstMalformedLines,
    string? EndedEarly)
{
    /// <summary>The most line numbers that are listed.</summary>
    public const int MaxListed = 10;
}
