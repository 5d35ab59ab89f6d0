namespace MarketMaker.Feeds.Recording;

/// <summary>A file of a tape, or its beginning.</summary>
/// <param name="Path">The file, gzip.</param>
/// <param name="Length">How many of its bytes are read.</param>
internal sealed record TapeSpan(string Path, long Length);
