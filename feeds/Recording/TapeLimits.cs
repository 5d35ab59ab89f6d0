namespace MarketMaker.Feeds.Recording;

/// <summary>How a series of tape files is cut, and how much of it is kept.</summary>
public sealed record TapeLimits
{
    /// <summary>The least that a file may be cut at, in bytes.</summary>
    public const long LeastRotateBytes = 4 * 1024;

    /// <summary>The most that may be kept, in bytes: 16 TiB.</summary>
    public const long MostBytes = 16L * 1024 * 1024 * 1024 * 1024;

    /// <summary>A file of so many bytes on disk is completed and the next begun;
    /// <see cref="LeastRotateBytes"/> to half of <see cref="MaxBytes"/>.</summary>
    public long RotateBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>A file whose first frame is so old is completed and the next begun; 1 s to 1 day.
    /// </summary>
    public TimeSpan RotateEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The files together have so many bytes at most, or the oldest go; up to
    /// <see cref="MostBytes"/>.</summary>
    public long MaxBytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>A file whose newest frame is older goes; null keeps it. 1 min to 30 days.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>There are so many files at most, or the oldest go; 2 to 100 000.</summary>
    public int MaxFiles { get; init; } = 100_000;

    /// <summary>Whether files are gzip.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>Checks every value against its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal void Validate()
    {
        Check(MaxBytes, 2 * LeastRotateBytes, MostBytes, nameof(MaxBytes));
        Check(RotateBytes, LeastRotateBytes, MaxBytes / 2, nameof(RotateBytes));
        Check(RotateEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), nameof(RotateEvery));
        Check(MaxFiles, 2, 100_000, nameof(MaxFiles));
        if (MaxAge is { } age)
            Check(age, TimeSpan.FromMinutes(1), TimeSpan.FromDays(30), nameof(MaxAge));
    }

    private static void Check<T>(T value, T least, T most, string name)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            throw new ArgumentOutOfRangeException(name, value, $"Must be {least} to {most}.");
    }
}
