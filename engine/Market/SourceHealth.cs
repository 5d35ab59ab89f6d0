namespace MarketMaker.Engine.Market;

/// <summary>What an adapter says of one source of a pair.</summary>
/// <remarks><c>default</c> is a source that is being connected.</remarks>
/// <param name="Reason">What is the matter, or that nothing is.</param>
/// <param name="Lag">How late the venue's last timed frame was, beyond the least lateness seen;
/// never negative. Null where it is not known.</param>
public readonly record struct SourceHealth(SourceReason Reason, TimeSpan? Lag = null)
{
    /// <summary>Whether the source's prices may be used.</summary>
    public bool IsOk => Reason == SourceReason.Ok;
}
