namespace MarketMaker.Api.Quotes;

/// <summary>A maker's whole ladder.</summary>
public sealed record LadderRequest
{
    /// <summary>Which life of the maker speaks; a later one outranks an earlier.</summary>
    public long? Epoch { get; init; }

    /// <summary>Rises by one with each ladder of that life. A repeat gives the same answer; a lower
    /// one is refused.</summary>
    public long? Sequence { get; init; }

    /// <summary>Which life of the market the ladder is for, as the last answer gave it: a ladder
    /// meant for an earlier one is refused, and the refusal names the present one.</summary>
    public long? Market { get; init; }

    /// <summary>For how long the ladder stands unless another follows, in milliseconds.</summary>
    public int? LeaseMilliseconds { get; init; }

    /// <summary>Best first; none pulls the side.</summary>
    public IReadOnlyList<QuoteLevel> Bids { get; init; } = [];

    /// <summary>Best first; none pulls the side.</summary>
    public IReadOnlyList<QuoteLevel> Asks { get; init; } = [];
}
