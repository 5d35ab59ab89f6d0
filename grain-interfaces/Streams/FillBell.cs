namespace MarketMaker.GrainInterfaces.Streams;

/// <summary>Says that there is something new in the engine's trade log. It carries no trades: they
/// are read from the log. It rings once, and again only after somebody has read the log to its end.
/// </summary>
/// <param name="LastFill">The log's last number.</param>
/// <param name="QuotesGone">Whether the engine has just started, or has taken quotes out by itself:
/// it rings at once then.</param>
[GenerateSerializer, Immutable, Alias("FillBell")]
public sealed record FillBell(
    [property: Id(0)] long LastFill, [property: Id(1)] bool QuotesGone);
