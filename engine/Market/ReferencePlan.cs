namespace MarketMaker.Engine.Market;

/// <summary>What a pair's reference price is made of.</summary>
/// <remarks>Feeds are the quotes that come in, numbered from 0; sources are what is made of them.
/// A source whose quotes need no conversion is one feed.</remarks>
public sealed class ReferencePlan
{
    /// <summary>The most sources of a pair.</summary>
    public const int MaxSources = 8;

    /// <summary>The most feeds of a pair: sources and the legs of their conversions.</summary>
    public const int MaxFeeds = 16;

    private readonly SourcePlan[] _sources;

    /// <summary>Plans a reference price.</summary>
    /// <param name="feeds">How many feeds there are, 1 to <see cref="MaxFeeds"/>.</param>
    /// <param name="sources">1 to <see cref="MaxSources"/>.</param>
    /// <param name="limits">When they may be used. Warm-up and jumps do not concern a pair's only
    /// source: there is nothing that it could be compared with meanwhile, and
    /// <see cref="ReferenceGuard"/> pauses on its jumps.</param>
    /// <exception cref="ArgumentException">There are too many, or none; or a number or weight is
    /// outside its range.</exception>
    public ReferencePlan(int feeds, IReadOnlyList<SourcePlan> sources, ReferenceLimits limits)
    {
        if (feeds is < 1 or > MaxFeeds)
            throw new ArgumentException($"A pair has 1 to {MaxFeeds} feeds.");
        if (sources.Count is < 1 or > MaxSources)
            throw new ArgumentException($"A pair has 1 to {MaxSources} sources.");
        foreach (var source in sources)
        {
            if (source.Weight is < 1 or > SourcePlan.MaxWeight)
                throw new ArgumentException($"A weight is from 1 to {SourcePlan.MaxWeight}.");
            Require(source.Feed, feeds);
            foreach (var leg in source.Conversion is { } conversion ? conversion.Legs : [])
                Require(leg.Feed, feeds);
        }
        Feeds = feeds;
        _sources = [.. sources];
        Limits = sources.Count == 1
            ? limits with { OutlierMove = default, WarmUp = TimeSpan.Zero }
            : limits;
    }

    /// <summary>One source whose quotes are believed, as far as <see cref="ReferenceGuard"/> does.
    /// </summary>
    public static ReferencePlan Sole { get; } =
        new(1, [new SourcePlan(0)], ReferenceLimits.None);

    /// <summary>How many feeds there are.</summary>
    public int Feeds { get; }

    /// <summary>The sources.</summary>
    public ReadOnlySpan<SourcePlan> Sources => _sources;

    /// <summary>When they may be used.</summary>
    public ReferenceLimits Limits { get; }

    private static void Require(int feed, int feeds)
    {
        if (feed < 0 || feed >= feeds)
            throw new ArgumentException($"There is no feed {feed}: there are {feeds}.");
    }
}
