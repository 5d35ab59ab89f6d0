namespace MarketMaker.Feeds;

/// <summary>What a feed has seen since it was made: a snapshot for health pages.</summary>
/// <remarks>Counters are read one by one while the feed runs, so they may be a frame apart.
/// </remarks>
public sealed record FeedStatistics
{
    /// <summary>Whether a connection is open now.</summary>
    public required bool Connected { get; init; }

    /// <summary>How many sources of pairs are followed.</summary>
    public required int Followed { get; init; }

    /// <summary>Connections opened.</summary>
    public required long Connects { get; init; }

    /// <summary>Frames received, of every kind.</summary>
    public required long Frames { get; init; }

    /// <summary>Bytes of those frames, after decompression and without framing.</summary>
    public required long Bytes { get; init; }

    /// <summary>Quotes handed to the sink.</summary>
    public required long Quotes { get; init; }

    /// <summary>Heartbeats handed to the sink.</summary>
    public required long Heartbeats { get; init; }

    /// <summary>Frames that could not be read, and were skipped.</summary>
    public required long Malformed { get; init; }

    /// <summary>Quotes dropped because the bid was not below the ask or a price was less than a
    /// tick.</summary>
    public required long Crossed { get; init; }

    /// <summary>Quotes dropped because their update id was not above the last one.</summary>
    public required long StaleIds { get; init; }

    /// <summary>Quotes and heartbeats dropped because another line had brought the same, or newer
    /// ones, before: the price of a second line.</summary>
    public long Repeats { get; init; }

    /// <summary>Connections that were asked for, opened or not.</summary>
    public long Attempts { get; init; }

    /// <summary>Attempts put off because the venue's limit on them was near.</summary>
    public long Postponed { get; init; }

    /// <summary>Connections that a successor took over from before they were closed.</summary>
    public long Successions { get; init; }

    /// <summary>Readable frames of no use: other events, or pairs no longer followed.</summary>
    public required long Ignored { get; init; }

    /// <summary>Subscriptions that the venue refused.</summary>
    public required long Refusals { get; init; }

    /// <summary>Exceptions that the sink let escape.</summary>
    public required long SinkErrors { get; init; }

    /// <summary>Why the last connection ended or could not be opened; null if none has.</summary>
    public required string? LastError { get; init; }

    /// <summary>When the last frame came, by the wall clock; null if none has.</summary>
    public required DateTimeOffset? LastFrameAt { get; init; }
}
