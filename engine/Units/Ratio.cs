namespace MarketMaker.Engine.Units;

/// <summary>A share of something, in parts per million. <c>default</c> is none.</summary>
/// <param name="PartsPerMillion">0 and up; 1 000 000 is all of it.</param>
public readonly record struct Ratio(long PartsPerMillion)
{
    /// <summary>Whether a change from <paramref name="from"/> is larger than this share of it.
    /// </summary>
    public bool IsPassedBy(long change, long from) =>
        Int128.Abs(change) * 1_000_000 > Int128.Abs(from) * PartsPerMillion;

    /// <summary>The share, for logs.</summary>
    public override string ToString() => $"{PartsPerMillion}ppm";
}
