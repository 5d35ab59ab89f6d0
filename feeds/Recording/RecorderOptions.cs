namespace MarketMaker.Feeds.Recording;

/// <summary>What a <see cref="TapeRecorder"/> records, and where to.</summary>
public sealed record RecorderOptions
{
    /// <summary>The most symbols of a recorder: their streams fit one connection of each venue.
    /// </summary>
    public const int MaxSymbols = 100;

    /// <summary>The venue.</summary>
    public required RecordedVenue Venue { get; init; }

    /// <summary>The venue's names of the pairs; 1 to <see cref="MaxSymbols"/>.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The venue's endpoint, <c>ws</c> or <c>wss</c>; null for the public one.</summary>
    public Uri? Url { get; init; }

    /// <summary>How files are cut, and how much is kept.</summary>
    public TapeLimits Limits { get; init; } = new();

    /// <summary>A connection that brings nothing for so long is replaced; 1 s to 5 min.</summary>
    public TimeSpan NoDataTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal void Validate()
    {
        Limits.Validate();
        if (Symbols.Count is < 1 or > MaxSymbols)
            throw new ArgumentException($"There must be 1 to {MaxSymbols} symbols.");
        if (Url is not (null or { IsAbsoluteUri: true, Scheme: "ws" or "wss" }))
            throw new ArgumentException($"The address must be ws:// or wss://, was '{Url}'.");
        if (NoDataTimeout < TimeSpan.FromSeconds(1) || NoDataTimeout > TimeSpan.FromMinutes(5))
        {
            throw new ArgumentOutOfRangeException(
                nameof(NoDataTimeout), NoDataTimeout, "Must be 1 s to 5 min.");
        }
    }
}
