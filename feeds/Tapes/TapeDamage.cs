namespace MarketMaker.Feeds.Tapes;

/// <summary>A place on a tape that could not be read.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">What is wrong with it.</param>
public readonly record struct TapeDamage(string Path, long Line, string What)
{
    /// <summary>In the form of a compiler's message.</summary>
    public override string ToString() => $"{Path}({Line}): {What}";
}
