namespace MarketMaker.Feeds.Recording;

/// <summary>What a recorder has done since it was made.</summary>
/// <param name="Frames">Frames written.</param>
/// <param name="Bytes">Their bytes, before compression.</param>
/// <param name="Dropped">Frames dropped because the disk was too slow or failed.</param>
/// <param name="Unfit">Frames left out because they are no line: they have a line feed, or are too
/// long.</param>
public sealed record RecordingStatistics(long Frames, long Bytes, long Dropped, long Unfit);
