// Size skew: a symmetric ladder whose sizes, not prices, lean against the inventory.
//
// Formula
//   total = BaseBalance + QuoteBalance / Mid,  goal = target · total,  reach = range · Size
//   x = BaseBalance − goal
//   bids' factor = 1 − x / reach, in [0, 2]; below the goal 1 − x / min(reach, goal)
//   asks' factor = 2 − bids' factor
//   bid(i) = Mid · (1 − Spread / 2) · (1 − Spacing · i), ask(i) likewise upwards
//   size(i) = Size · (1 + 0.5 · i) · factor, MaxSize at most; less than a lot is left out
// Units
//   Mid and prices: quote asset. Size, balances, goal: base asset. target: fraction of the total
//   value that should be in the base asset. range: multiples of Size.
// Signs
//   Bought too much (more base than the goal): bids shrink to nothing, asks grow to twice their
//   size. Sold too much: the other way round. Prices stay where they are.
// Source
//   Hummingbot, pure market making: inventory skew (its documentation's worked numbers).

Parameter target = Parameter.Of("target", "share of value in base", 0.5, 0, 1);
Parameter range = Parameter.Of("range", "multiples of Size", 20, 0.1, 100000);

double BidFactor(in Tick t)
{
    double goal = target.Value * (t.BaseBalance + t.QuoteBalance / t.Mid);
    double reach = range.Value * t.Size;
    double over = t.BaseBalance - goal;
    if (over < 0)
        reach = Math.Min(reach, goal);
    return reach > 0 ? Math.Clamp(1 - over / reach, 0, 2) : 1;
}

void OnTick(in Tick t, Quotes q)
{
    double bids = BidFactor(t);
    double bid = t.Mid * (1 - t.Spread / 2);
    double ask = t.Mid * (1 + t.Spread / 2);
    int i = -1;
    while (++i < t.Levels)
    {
        double size = t.Size * (1 + 0.5 * i);
        double bought = Math.Min(size * bids, t.MaxSize);
        double sold = Math.Min(size * (2 - bids), t.MaxSize);
        double low = bid * (1 - t.Spacing * i);
        double high = ask * (1 + t.Spacing * i);
        if (bought >= t.MinSize && low >= t.MinPrice)
            q.Bid(low, bought);
        if (sold >= t.MinSize && high <= t.MaxPrice)
            q.Ask(high, sold);
    }
}
