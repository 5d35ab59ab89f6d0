// The house ladder: the same number of levels on both sides of the reference price, moved as a
// whole against the inventory.
//
// Formula
//   middle = Mid · (1 + SkewFactor · Skew)
//   bid(i) = middle · (1 − Spread / 2) · (1 − Spacing · i)
//   ask(i) = middle · (1 + Spread / 2) · (1 + Spacing · i)
//   size(i) = Size · (1 + 0.5 · i), MaxSize at most            i = 0 … Levels − 1
//   A level outside MinPrice … MaxPrice is left out.
// Units
//   Mid and prices: quote asset. Size: base asset. Spread, Spacing, SkewFactor: fractions of the
//   price (0.001 is 0.1 %). Skew: none, in [−1, 1].
// Signs
//   Bought too much (Skew < 0): both sides move down, so that asks trade sooner than bids.
//   Sold too much (Skew > 0): both sides move up. SkewFactor 0: they stay.
// Source
//   The usual symmetric ladder of a designated market maker; in effect the linear inventory
//   shift of Avellaneda and Stoikov (2008), with a constant instead of γσ²(T − t).

void OnTick(in Tick t, Quotes q)
{
    double middle = t.Mid * (1 + t.SkewFactor * t.Skew);
    double bid = middle * (1 - t.Spread / 2);
    double ask = middle * (1 + t.Spread / 2);
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
