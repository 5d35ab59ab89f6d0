// Microprice lean: the house ladder, moved to where the venues' order books press.
//
// Formula
//   micro(v) = (Bid · AskSize + Ask · BidSize) / (BidSize + AskSize)        of each venue v
//   pull = Σ Confidence · (micro − (Bid + Ask) / 2) / Σ Confidence           over the venues in use
//   shift = lean · pull, maxShift · Mid at most either way
//   middle = (Mid + shift) · (1 + SkewFactor · Skew)
//   bid(i) = middle · (1 − Spread / 2) · (1 − Spacing · i), ask(i) likewise upwards
//   A bid stays a tick below the venues' best ask, an ask a tick above their best bid.
//   size(i) = Size · (1 + 0.5 · i), MaxSize at most
// Units
//   Mid, prices, pull: quote asset. Sizes: base asset. lean: share of the pull that is followed.
//   maxShift, Spread, Spacing, SkewFactor: fractions of the price.
// Signs
//   More wanted than offered at the venues: the price is about to rise, both sides move up.
//   Bought too much (Skew < 0): both sides move down. Sold too much: both move up.
// Source
//   The size-weighted middle; Stoikov (2018), The micro-price, discusses it and its refinement.

Parameter lean = Parameter.Of("lean", "", 1, 0, 1);
Parameter maxShift = Parameter.Of("maxShift", "fraction", 0.001, 0, 0.05);

double Pull(in Tick t)
{
    double sum = 0;
    double weights = 0;
    int i = -1;
    while (++i < t.VenueCount)
    {
        Venue venue = t.Venue(i);
        double sizes = venue.BidSize + venue.AskSize;
        if (venue.Confidence > 0 && sizes > 0)
        {
            double micro = (venue.Bid * venue.AskSize + venue.Ask * venue.BidSize) / sizes;
            sum += venue.Confidence * (micro - venue.Mid);
            weights += venue.Confidence;
        }
    }
    return weights > 0 ? sum / weights : 0;
}

void OnTick(in Tick t, Quotes q)
{
    double limit = maxShift.Value * t.Mid;
    double shift = Math.Clamp(lean.Value * Pull(t), -limit, limit);
    double middle = (t.Mid + shift) * (1 + t.SkewFactor * t.Skew);
    double bid = middle * (1 - t.Spread / 2);
    double ask = middle * (1 + t.Spread / 2);
    if (bid > t.VenueAsk - t.TickSize)
        bid = t.VenueAsk - t.TickSize;
    if (ask < t.VenueBid + t.TickSize)
        ask = t.VenueBid + t.TickSize;
    int i = -1;
    while (++i < t.Levels)
    {
        double size = Math.Min(t.Size * (1 + 0.5 * i), t.MaxSize);
        double low = bid * (1 - t.Spacing * i);
        double high = ask * (1 + t.Spacing * i);
        if (low >= t.MinPrice)
            q.Bid(low, size);
        if (high <= t.MaxPrice)
            q.Ask(high, size);
    }
}
