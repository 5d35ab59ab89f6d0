namespace MarketMaker.Feeds.Recording;

/// <summary>A pair's recorded market data, opened for reading. Used by one reader at a time.
/// </summary>
public sealed class TapeWindow : IAsyncDisposable
{
    /// <summary>Opens a window.</summary>
    /// <param name="extent">What is in it.</param>
    /// <param name="lines">Its lines; they go with the window.</param>
    public TapeWindow(TapeExtent extent, Stream lines)
    {
        Extent = extent;
        Lines = lines;
    }

    /// <summary>What is in it.</summary>
    public TapeExtent Extent { get; }

    /// <summary>The frames, oldest first, a line each: <c>&lt;local ns&gt; &lt;json&gt;</c>, not
    /// compressed, every line whole and ended by a line feed. Forward only.</summary>
    /// <remarks>The frames of all the pair's venues are in it, told apart by their envelopes: see
    /// docs/OPERATING.md.</remarks>
    public Stream Lines { get; }

    /// <summary>Lets go of the files.</summary>
    public ValueTask DisposeAsync() => Lines.DisposeAsync();
}
