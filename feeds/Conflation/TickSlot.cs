using MarketMaker.Engine.Market;

namespace MarketMaker.Feeds.Conflation;

/// <summary>The place between a venue's socket and a pair's pricing, one for each source: one
/// tick is in flight, and the newest quote waits.</summary>
/// <remarks>
/// A queue would make pricing work on old prices just when they matter. Here a quote that comes
/// while pricing is busy overwrites the one that waits, and is counted, so that the consumer can
/// tell conflation from loss. What the adapter says of the source travels with the quote; bad news
/// takes a number of its own and does not wait for a quote. Thread safe by a short lock; allocates
/// nothing. Times are
/// <see cref="TimeProvider.GetTimestamp"/> of the provider that the slot was made with, and come in
/// as arguments.
/// </remarks>
/// <param name="time">Converts timestamps into spans; its clock is not read.</param>
public sealed class TickSlot(TimeProvider time)
{
    /// <summary>A tick not acknowledged for so long is taken as lost, and the pair goes on.
    /// </summary>
    public static readonly TimeSpan AcknowledgementTimeout = TimeSpan.FromMilliseconds(250);

    /// <summary>After so long without a publication a heartbeat repeats the last quote.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private VenueQuote _last;
    private SourceHealth _health;
    private long _lastArrivedAt;
    private long _offered;
    private long _published;
    private long _publishedNumber;
    private long _publishedAt;
    private long _conflated;
    private bool _inFlight;
    private bool _isNew;
    private bool _hasQuote;

    /// <summary>What became of the quotes so far.</summary>
    public TickSlotCounts Counts
    {
        get
        {
            lock (_lock)
            {
                var waiting = IsWaiting ? 1 : 0;
                return new(_offered, _published, _conflated, waiting);
            }
        }
    }

    /// <summary>Whether the last quote has not been published.</summary>
    private bool IsWaiting => _offered > _publishedNumber;

    /// <summary>Takes a venue's quote.</summary>
    /// <param name="quote">The quote.</param>
    /// <param name="arrivedAt">When it arrived, which is taken as now.</param>
    /// <param name="publish">The tick to send to pricing at once.</param>
    /// <returns>False if pricing is busy: then the quote waits.</returns>
    public bool TryOffer(in VenueQuote quote, long arrivedAt, out NumberedQuote publish)
    {
        lock (_lock)
        {
            Take(in quote, arrivedAt);
            return TryPublish(arrivedAt, out publish);
        }
    }

    /// <summary>Takes what the adapter says of the source. That it is well is told with the quote
    /// that proves it.</summary>
    /// <param name="health">What it says.</param>
    /// <param name="now">The time.</param>
    /// <param name="publish">The tick to send to pricing at once.</param>
    /// <returns>False if it can wait, or pricing is busy.</returns>
    public bool TryTell(SourceHealth health, long now, out NumberedQuote publish)
    {
        lock (_lock)
        {
            publish = default;
            _health = health;
            if (health.IsOk)
                return false;
            TakeNumber();
            return TryPublish(now, out publish);
        }
    }

    /// <summary>Pricing has handled a tick.</summary>
    /// <param name="handledNumber">Its number; that of a tick given up before is ignored.</param>
    /// <param name="now">The time.</param>
    /// <param name="publish">The tick to send to pricing at once.</param>
    /// <returns>False if none waits.</returns>
    public bool TryTakeNext(long handledNumber, long now, out NumberedQuote publish)
    {
        lock (_lock)
        {
            if (handledNumber == _publishedNumber)
                _inFlight = false;
            return TryPublish(now, out publish);
        }
    }

    /// <summary>Gives up a tick that was not acknowledged within
    /// <see cref="AcknowledgementTimeout"/>.</summary>
    /// <param name="now">The time.</param>
    /// <param name="publish">The tick to send to pricing at once.</param>
    /// <returns>False if none waits, or pricing still has time.</returns>
    public bool TryExpire(long now, out NumberedQuote publish)
    {
        lock (_lock)
            return TryPublish(now, out publish);
    }

    /// <summary>The venue confirmed that its last quote still stands: it is offered again, under a
    /// new number, if nothing was published for <see cref="HeartbeatInterval"/>.</summary>
    /// <param name="arrivedAt">When the heartbeat arrived, which is taken as now.</param>
    /// <param name="publish">The tick to send to pricing at once.</param>
    /// <returns>False if it is too early, or no quote has come yet.</returns>
    public bool TryHeartbeat(long arrivedAt, out NumberedQuote publish)
    {
        lock (_lock)
        {
            publish = default;
            if (!_hasQuote || Since(_publishedAt, arrivedAt) < HeartbeatInterval)
                return false;
            if (!IsWaiting || !_isNew)
                Take(in _last, arrivedAt);
            return TryPublish(arrivedAt, out publish);
        }
    }

    private void Take(in VenueQuote quote, long arrivedAt)
    {
        TakeNumber();
        _last = quote;
        _lastArrivedAt = arrivedAt;
        (_isNew, _hasQuote) = (true, true);
    }

    private void TakeNumber()
    {
        if (IsWaiting)
            _conflated++;
        _offered++;
    }

    private bool TryPublish(long now, out NumberedQuote publish)
    {
        publish = default;
        var busy = _inFlight && Since(_publishedAt, now) < AcknowledgementTimeout;
        if (busy || !IsWaiting)
            return false;
        publish = new(_offered, _offered - _publishedNumber - 1, _last, _lastArrivedAt)
        {
            Health = _health,
            IsHealthAlone = !_isNew,
        };
        _isNew = false;
        _publishedNumber = _offered;
        _publishedAt = now;
        _published++;
        _inFlight = true;
        return true;
    }

    private TimeSpan Since(long then, long now) => time.GetElapsedTime(then, now);
}
