using MarketMaker.Engine.Market;
using MarketMaker.Feeds.Conflation;

namespace MarketMaker.Feeds.Tests.Conflation;

/// <summary>A slot that keeps every quote in a list: the oracle.</summary>
internal sealed class NaiveSlot
{
    private readonly List<NumberedQuote> _offered = [];
    private readonly List<NumberedQuote> _unpublished = [];
    private readonly List<(NumberedQuote Tick, long At)> _published = [];
    private bool _handled = true;
    private long _conflated;

    public TickSlotCounts Counts =>
        new(_offered.Count, _published.Count, _conflated, Math.Min(_unpublished.Count, 1));

    private long LastPublishedAt => _published.Count == 0 ? 0 : _published[^1].At;

    public NumberedQuote Offer(VenueQuote quote, long now)
    {
        if (_unpublished.Count > 0)
            _conflated++;
        _offered.Add(new(_offered.Count + 1, 0, quote, now));
        _unpublished.Add(_offered[^1]);
        return Publish(now);
    }

    public NumberedQuote TakeNext(long handled, long now)
    {
        if (_published.Count > 0 && _published[^1].Tick.Number == handled)
            _handled = true;
        return Publish(now);
    }

    public NumberedQuote Expire(long now) => Publish(now);

    public NumberedQuote Heartbeat(long now)
    {
        if (_offered.Count == 0 || Milliseconds(now - LastPublishedAt) < 500)
            return default;
        return _unpublished.Count > 0 ? Publish(now) : Offer(_offered[^1].Quote, now);
    }

    private NumberedQuote Publish(long now)
    {
        if (!_handled && Milliseconds(now - LastPublishedAt) < 250 || _unpublished.Count == 0)
            return default;
        var tick = _unpublished[^1] with { Conflated = _unpublished.Count - 1 };
        _unpublished.Clear();
        _published.Add((tick, now));
        _handled = false;
        return tick;
    }

    private static double Milliseconds(long ticks) => new TimeSpan(ticks).TotalMilliseconds;
}
