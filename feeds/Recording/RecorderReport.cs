namespace MarketMaker.Feeds.Recording;

/// <summary>What came of a recording.</summary>
/// <param name="Written">Frames written and dropped.</param>
/// <param name="Connections">Connections opened.</param>
/// <param name="Files">Files in the folder at the end, those of earlier recordings too.</param>
/// <param name="FileBytes">Their bytes.</param>
/// <param name="Failure">Why the recording ended before it was told to; null if it did not.</param>
public sealed record RecorderReport(
    RecordingStatistics Written, long Connections, int Files, long FileBytes, string? Failure);
