namespace MarketMaker.Feeds.Recording;

/// <summary>What a silo keeps of its pairs' latest market data.</summary>
public sealed record RecordingOptions
{
    /// <summary>The folder; each pair has one of its own in it. Made when the first frame comes.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>How old a kept frame may be; 1 min to 30 days.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How much is kept of a pair, in bytes on disk; 1 MiB to 1 TiB.</summary>
    public long MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>A pair's files: an eighth of the bytes or a twelfth of the age each, so that what
    /// goes with the oldest is little.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal TapeLimits ToLimits()
    {
        const long mebibyte = 1024 * 1024;
        if (MaxBytes is < mebibyte or > mebibyte * mebibyte)
        {
            throw new ArgumentOutOfRangeException(
                nameof(MaxBytes), MaxBytes, "Must be 1 MiB to 1 TiB.");
        }
        var limits = new TapeLimits
        {
            RotateBytes = MaxBytes / 8,
            RotateEvery = MaxAge / 12 is var part && part < _longest ? part : _longest,
            MaxBytes = MaxBytes,
            MaxAge = MaxAge,
            MaxFiles = 128,
        };
        limits.Validate();
        return limits;
    }

    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);
}
