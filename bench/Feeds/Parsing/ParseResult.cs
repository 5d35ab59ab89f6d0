namespace MarketMaker.Bench.Feeds.Parsing;

/// <summary>What reading costs.</summary>
/// <param name="Frames">Whose frames.</param>
/// <param name="Reader">What read them.</param>
/// <param name="NsPerFrame">The median of the passes, in ns a frame.</param>
/// <param name="BytesPerFrame">What was allocated, in bytes a frame.</param>
/// <param name="Checksum">The sum of all prices, in ticks: the same for each reader.</param>
internal sealed record ParseResult(
    string Frames, string Reader, double NsPerFrame, double BytesPerFrame, long Checksum);
