using MarketMaker.Engine.Book;
using MarketMaker.Engine.MarketData;
using MarketMaker.Engine.Quotes;
using MarketMaker.Engine.Units;
using MarketMaker.Strategies.Boundary;
using MarketMaker.Strategies.Contract;

namespace MarketMaker.Strategies.Quoting;

/// <summary>What a maker's rule is shown: what happens between two ticks is gathered here, and
/// written into the next one. Allocates nothing after it is made.</summary>
internal sealed class TickView
{
    private const double ShortHalfLife = 20;
    private const double LongHalfLife = 600;

    private readonly PairSpec _spec;
    private readonly GridScale _price;
    private readonly GridScale _mark;
    private readonly GridScale _size;
    private readonly GridScale _value;
    private readonly TickLists _lists = new();
    private readonly Volatility _short = new(ShortHalfLife);
    private readonly Volatility _long = new(LongHalfLife);
    private readonly OwnOrder[] _places = new OwnOrder[2 * MatchingEngine.MaxQuotesPerSide];
    private int _placed;
    private long _placedAsOf;
    private DepthLevel _bookBid;
    private DepthLevel _bookAsk;
    private Instant? _bookAt;
    private long _bought;
    private long _sold;

    public TickView(PairSpec spec)
    {
        _spec = spec;
        _price = new GridScale(spec.TickSize);
        _mark = new GridScale(spec.TickSize / 2);
        _size = new GridScale(spec.LotSize);
        _value = new GridScale(spec.TickSize * spec.LotSize);
    }

    public void OnReference(Mark mark, Instant now)
    {
        var (price, time) = (_mark.Of(mark.HalfTicks), now.Microseconds / 1e6);
        _short.Observe(price, time);
        _long.Observe(price, time);
    }

    /// <summary>A trade, which may be anybody's.</summary>
    public void OnFill(in Fill fill, AccountId account)
    {
        if (fill.MakerAccount == account)
        {
            Add(fill, fill.TakerSide.Opposite());
            AdvanceQueue(fill);
        }
        if (fill.TakerAccount == account)
            Add(fill, fill.TakerSide);
    }

    /// <summary>The book has answered.</summary>
    /// <param name="bid">Its best bid; <c>default</c> if there is none.</param>
    /// <param name="ask">Its best ask; <c>default</c> if there is none.</param>
    /// <param name="places">The own quotes in their queues, as far as known: bids, then asks, best
    /// first.</param>
    /// <param name="lastFill">The last trade that this reflects.</param>
    /// <param name="now">When it did.</param>
    public void OnBook(
        in DepthLevel bid, in DepthLevel ask, ReadOnlySpan<OwnOrder> places, long lastFill,
        Instant now)
    {
        (_bookBid, _bookAsk, _bookAt) = (bid, ask, now);
        _placed = Math.Min(places.Length, _places.Length);
        places[.._placed].CopyTo(_places);
        _placedAsOf = lastFill;
    }

    /// <summary>The rule has seen the trades.</summary>
    public void ForgetFills()
    {
        _lists.ClearFills();
        (_bought, _sold) = (0, 0);
    }

    public Tick Describe(PairMaker maker, QuotingParameters parameters, Instant now)
    {
        Look(maker, now);
        var mid = _mark.Of(maker.Reference.HalfTicks);
        var composite = maker.Composite;
        return new Tick
        {
            Time = now.Microseconds / 1e6,
            Mid = mid,
            VenueBid = _price.Of(composite.Bid.Ticks),
            VenueAsk = _price.Of(composite.Ask.Ticks),
            ReferenceAge = maker.ReferenceAge(now).TotalSeconds,
            Confidence = composite.Confidence.PartsPerMillion / 1e6,
            ShortVolatility = _short.Value,
            LongVolatility = _long.Value,
            BookBid = PriceOf(_bookBid),
            BookAsk = PriceOf(_bookAsk),
            BookBidSize = SizeOf(_bookBid),
            BookAskSize = SizeOf(_bookAsk),
            BookAge = _bookAt is { } at ? (now - at).TotalSeconds : double.NaN,
            BaseBalance = _size.Of(maker.Books.Base.Lots),
            QuoteBalance = _value.Of(maker.Books.Quote.TickLots),
            Position = _size.Of(maker.Books.ProfitAndLoss.Position.Lots),
            Skew = maker.Skew,
            Bought = _size.Of(_bought),
            Sold = _size.Of(_sold),
            TickSize = _price.Of(1),
            LotSize = _size.Of(1),
            MaxLevels = Contract.Quotes.MaxLevels,
            MinPrice = Math.Max(_price.Of(1), LadderValidation.LowestPrice(mid)),
            MaxPrice = Math.Min(
                _price.Of(_spec.MaxPrice.Ticks), LadderValidation.HighestPrice(mid)),
            MaxSize = _size.Of(_spec.MaxQuantity.Lots),
            MaxDistance = LadderValidation.MaxDistance,
            Levels = parameters.Levels,
            Spread = parameters.Spread,
            Spacing = parameters.Spacing,
            Size = parameters.Size,
            SkewFactor = parameters.SkewFactor,
            Lists = _lists,
        };
    }

    private void Look(PairMaker maker, Instant now)
    {
        _lists.VenueCount = Math.Min(maker.Sources, TickLists.MaxVenues);
        for (var i = 0; i < _lists.VenueCount; i++)
        {
            var source = maker.Source(i);
            _lists.Venues[i] = !source.Quote.IsTradable
                ? Venue.Unknown
                : new Venue
                {
                    Bid = _price.Of(source.Quote.Bid.Ticks),
                    BidSize = _size.Of(source.Quote.BidSize.Lots),
                    Ask = _price.Of(source.Quote.Ask.Ticks),
                    AskSize = _size.Of(source.Quote.AskSize.Lots),
                    Age = (now - source.HeardAt).TotalSeconds,
                    Confidence = source.IsUsed ? 1 : 0,
                };
        }
        var at = 0;
        _lists.BidCount = Copy(maker.Resting.Bids, _lists.Bids, ref at);
        _lists.AskCount = Copy(maker.Resting.Asks, _lists.Asks, ref at);
    }

    /// <param name="resting">A side of the ladder.</param>
    /// <param name="shown">Takes it.</param>
    /// <param name="at">Up to where the places are used: they are in the ladder's order.</param>
    private int Copy(ReadOnlySpan<Quote> resting, OwnQuote[] shown, ref int at)
    {
        for (var i = 0; i < resting.Length; i++)
        {
            shown[i] = new OwnQuote
            {
                Price = _price.Of(resting[i].Price.Ticks),
                Size = _size.Of(resting[i].Quantity.Lots),
                SizeAhead = AheadOf(resting[i], ref at),
            };
        }
        return resting.Length;
    }

    private double AheadOf(in Quote quote, ref int at)
    {
        for (var i = at; i < _placed; i++)
        {
            ref readonly var place = ref _places[i];
            if (place.Price != quote.Price || place.Side != quote.Side)
                continue;
            at = i + 1;
            return _size.Of(place.QuantityAhead.Lots);
        }
        return double.NaN;
    }

    private void Add(in Fill fill, Side side)
    {
        var isBuy = side == Side.Buy;
        _lists.Add(new OwnFill
        {
            Sign = isBuy ? 1 : -1,
            Price = _price.Of(fill.Price.Ticks),
            Size = _size.Of(fill.Quantity.Lots),
        });
        if (isBuy)
            _bought += fill.Quantity.Lots;
        else
            _sold += fill.Quantity.Lots;
    }

    /// <summary>A quote that trades is the first in line, whatever stood before it.</summary>
    private void AdvanceQueue(in Fill fill)
    {
        if (fill.Number <= _placedAsOf)
            return;
        foreach (ref var place in _places.AsSpan(0, _placed))
        {
            if (place.Price == fill.Price && place.Side == fill.TakerSide.Opposite())
                place = place with { OrdersAhead = 0, QuantityAhead = Quantity.Zero };
        }
    }

    private double PriceOf(in DepthLevel level) =>
        level.Price.Ticks > 0 ? _price.Of(level.Price.Ticks) : double.NaN;

    private double SizeOf(in DepthLevel level) =>
        level.Quantity.Lots > 0 ? _size.Of(level.Quantity.Lots) : double.NaN;
}
