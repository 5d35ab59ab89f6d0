namespace MarketMaker.Feeds.Recording;

/// <summary>A file of a series that is no longer written.</summary>
/// <param name="Path">The file.</param>
/// <param name="Begin">When it was begun, in ns since 1970-01-01 UTC.</param>
/// <param name="End">When its newest frame was received.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record TapePart(string Path, long Begin, long End, long Bytes);
