using MarketMaker.Engine.Units;

namespace MarketMaker.Engine.Market;

/// <summary>Makes a pair's reference price of what its sources say, and remembers how far each of
/// them is trusted.</summary>
/// <remarks>
/// Quotes are told with <see cref="Hear"/>, what else is known of a feed with <see cref="Tell"/>;
/// the price is asked for with <see cref="Assess"/>, where it is used: ages are those of that
/// moment. One live source of several is quoted on for a while, wider and smaller; a pair's only
/// source is quoted on as it is. One thread at a time; allocates nothing per event.
/// </remarks>
public sealed class CompositeReference
{
    private readonly ReferenceLimits _limits;
    private readonly VenueQuote[] _quotes;
    private readonly Instant[] _heardAt;
    private readonly SourceHealth[] _health;
    private readonly ReferenceSource[] _sources;
    private Instant? _aloneSince;
    private Instant? _disagreedAt;
    private int _used;

    /// <summary>Makes a reference that has heard nothing yet.</summary>
    public CompositeReference(ReferencePlan plan)
    {
        _limits = plan.Limits;
        _quotes = new VenueQuote[plan.Feeds];
        _heardAt = new Instant[plan.Feeds];
        _health = new SourceHealth[plan.Feeds];
        _sources = new ReferenceSource[plan.Sources.Length];
        for (var i = 0; i < _sources.Length; i++)
            _sources[i] = new ReferenceSource(plan.Sources[i], _limits);
    }

    /// <summary>How many sources there are.</summary>
    public int Sources => _sources.Length;

    /// <summary>What <see cref="Assess"/> answered last.</summary>
    public CompositePrice Price { get; private set; }

    /// <summary>A quote came, or was confirmed.</summary>
    /// <param name="feed">The number of the feed.</param>
    /// <param name="quote">The quote; tradable.</param>
    /// <param name="heardAt">When it was heard.</param>
    /// <param name="now">The time.</param>
    public void Hear(int feed, in VenueQuote quote, Instant heardAt, Instant now)
    {
        Invariant.Holds(feed >= 0 && feed < _quotes.Length && quote.IsTradable);
        // A silence that ends with this quote must not pass unnoticed.
        foreach (var source in _sources)
        {
            if (source.State == SourceState.Live
                && FaultOf(source, now) is var fault and not SourceFault.None)
                source.Judge(fault, now);
        }
        (_quotes[feed], _heardAt[feed]) = (quote, heardAt);
        foreach (var source in _sources)
        {
            if (Uses(source, feed) && TryPrice(source, out var price, out var since))
                source.Gate.Hear(price, since, now);
        }
    }

    /// <summary>A feed's adapter says how it is.</summary>
    /// <param name="feed">The number of the feed.</param>
    /// <param name="health">What it says.</param>
    public void Tell(int feed, SourceHealth health)
    {
        Invariant.Holds(feed >= 0 && feed < _health.Length);
        _health[feed] = health;
    }

    /// <summary>What the reference is now, and whether it may be quoted on.</summary>
    public CompositePrice Assess(Instant now)
    {
        // One source cannot say of another that it is far: it might be far itself.
        var known = Price.Reason == PauseReason.None && Price.Used > 1 ? Price.Mark : default;
        foreach (var source in _sources)
        {
            source.Gate.Settle(now);
            var fault = FaultOf(source, now);
            if (fault == SourceFault.None && source.State != SourceState.Live && known.IsKnown
                && _limits.AreApart(source.Mark, known))
                fault = SourceFault.FarFromPeers;
            source.Judge(fault, now);
        }
        Span<LiveMark> live = stackalloc LiveMark[_sources.Length];
        live = live[..CollectLive(live)];
        var combined = MarkCombination.Combine(live, _limits);
        _used = 0;
        for (var i = 0; i < _sources.Length; i++)
        {
            if ((combined.Far >> i & 1) != 0)
                _sources[i].Judge(SourceFault.FarFromPeers, now);
            else if (_sources[i].State == SourceState.Live)
                _used |= 1 << i;
        }
        if (combined.Disagree)
            (_used, _disagreedAt) = (0, now);
        Price = Conclude(combined, now);
        return Price;
    }

    /// <summary>What is known of a source.</summary>
    /// <param name="source">Its number.</param>
    public SourceReport Report(int source)
    {
        var one = _sources[source];
        var health = _health[one.Plan.Feed];
        foreach (var leg in LegsOf(one))
        {
            if (Worse(health.Reason, _health[leg.Feed].Reason) != health.Reason)
                health = _health[leg.Feed];
        }
        return new SourceReport(
            one.State, one.Since, one.Cause, one.LiveAt, health, one.Gate.Quote, one.Gate.HeardAt,
            (_used >> source & 1) != 0, one.Gate.Doubted, one.Gate.LongestLockOut);
    }

    private CompositePrice Conclude(CombinedMark combined, Instant now)
    {
        if (!combined.Mark.IsKnown)
        {
            return default(CompositePrice) with
            {
                Reason = combined.Disagree ? PauseReason.SourcesDisagree : WhyNone(),
            };
        }
        var used = int.PopCount(_used);
        var isSingle = used == 1 && _sources.Length > 1;
        // Only a second source ends the count: one that comes and goes does not begin it anew.
        _aloneSince = isSingle ? _aloneSince ?? now : null;
        var reason =
            now - _disagreedAt < _limits.CalmSpell ? PauseReason.SourcesDisagree
            : now - _aloneSince >= _limits.SingleSourceFor ? PauseReason.SingleSource
            : PauseReason.None;
        var (bid, ask, oldest, distance) = (long.MinValue, long.MaxValue, now, 0L);
        for (var i = 0; i < _sources.Length; i++)
        {
            if ((_used >> i & 1) == 0)
                continue;
            var gate = _sources[i].Gate;
            bid = Math.Max(bid, gate.Quote.Bid.Ticks);
            ask = Math.Min(ask, gate.Quote.Ask.Ticks);
            oldest = gate.HeardAt < oldest ? gate.HeardAt : oldest;
            var away = gate.Quote.Middle.HalfTicks - combined.Mark.HalfTicks;
            distance = Math.Max(distance, Math.Abs(away));
        }
        var half = combined.Mark.HalfTicks;
        return new CompositePrice(
            combined.Mark,
            new Price(Math.Min(bid, (half - 1) / 2)),
            new Price(Math.Max(ask, half / 2 + 1)),
            oldest,
            used,
            reason == PauseReason.None ? ConfidenceOf(used, distance, half, now - oldest) : default,
            reason,
            isSingle);
    }

    private PauseReason WhyNone()
    {
        var (everLive, allStale) = (false, true);
        foreach (var source in _sources)
        {
            everLive |= source.State is not (SourceState.Connecting or SourceState.Warm);
            allStale &= source is { State: SourceState.Suspect, Cause: SourceFault.Stale }
                && source.HealthySince is null;
        }
        return !everLive ? PauseReason.NoReference
            : allStale ? PauseReason.StaleReference
            : PauseReason.NoLiveSource;
    }

    private Ratio ConfidenceOf(int used, long distance, long half, TimeSpan age)
    {
        const long all = 1_000_000;
        var share = all * used / _sources.Length;
        var reach = (Int128)half * _limits.MaxDistance.PartsPerMillion / all;
        var near = all - (reach == 0 ? 0 : (long)Int128.Min(all / 2, distance * (all / 2) / reach));
        var fresh = all - (long)Int128.Min(
            all / 2, (Int128)Math.Max(0, age.Ticks) * (all / 2) / _limits.TimeToLive.Ticks);
        return new Ratio(share * near / all * fresh / all);
    }

    private int CollectLive(Span<LiveMark> live)
    {
        var count = 0;
        for (var i = 0; i < _sources.Length; i++)
        {
            if (_sources[i].State != SourceState.Live)
                continue;
            var quote = _sources[i].Gate.Quote;
            // Half of each is enough to weigh with, and their sum fits.
            var size = new Quantity(quote.BidSize.Lots / 2 + quote.AskSize.Lots / 2);
            live[count++] = new LiveMark(i, quote.Middle, _sources[i].Plan.Weight, size);
        }
        return count;
    }

    private SourceFault FaultOf(ReferenceSource source, Instant now)
    {
        var health = _health[source.Plan.Feed].Reason;
        var hasLegs = true;
        foreach (var leg in LegsOf(source))
        {
            hasLegs &= _quotes[leg.Feed].IsTradable;
            health = Worse(health, _health[leg.Feed].Reason);
        }
        var gate = source.Gate;
        return health switch
        {
            SourceReason.UnknownSymbol => SourceFault.UnknownSymbol,
            SourceReason.NotTrading => SourceFault.NotTrading,
            SourceReason.Rejected => SourceFault.Rejected,
            SourceReason.NoFirstTick => SourceFault.NoFirstTick,
            _ when !_quotes[source.Plan.Feed].IsTradable => SourceFault.NoPrice,
            _ when !hasLegs => SourceFault.NoLeg,
            _ when !gate.Quote.IsTradable => SourceFault.Crossed,
            _ when now - gate.HeardAt > _limits.TimeToLive => SourceFault.Stale,
            SourceReason.Lagging => SourceFault.Lagging,
            SourceReason.Crossed => SourceFault.Crossed,
            SourceReason.Disputed => SourceFault.Disputed,
            _ when gate.IsPending => SourceFault.Outlier,
            _ => SourceFault.None,
        };
    }

    /// <summary>A source's price in the pair's ticks, and the age of the oldest part of it.
    /// </summary>
    private bool TryPrice(ReferenceSource source, out VenueQuote price, out Instant since)
    {
        (price, since) = (_quotes[source.Plan.Feed], _heardAt[source.Plan.Feed]);
        if (source.Plan.Conversion is not { } conversion)
            return true;
        Span<VenueQuote> legs = stackalloc VenueQuote[Conversion.MaxLegs];
        for (var i = 0; i < conversion.Legs.Length; i++)
        {
            var feed = conversion.Legs[i].Feed;
            if (!_quotes[feed].IsTradable)
                return false;
            legs[i] = _quotes[feed];
            since = _heardAt[feed] < since ? _heardAt[feed] : since;
        }
        return conversion.TryConvert(price, legs, out price);
    }

    /// <summary>Connecting is no news: whether prices come is seen by the prices.</summary>
    private static SourceReason Worse(SourceReason left, SourceReason right) =>
        left == SourceReason.Connecting || (right != SourceReason.Connecting && right < left)
            ? right
            : left;

    private static bool Uses(ReferenceSource source, int feed)
    {
        if (source.Plan.Feed == feed)
            return true;
        foreach (var leg in LegsOf(source))
        {
            if (leg.Feed == feed)
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<ConversionLeg> LegsOf(ReferenceSource source) =>
        source.Plan.Conversion is { } conversion ? conversion.Legs : [];
}
