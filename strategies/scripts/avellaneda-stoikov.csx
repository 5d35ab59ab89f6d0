// Avellaneda and Stoikov's market maker: quotes around a reservation price that leans against the
// inventory, over a horizon that ends.
//
// Formula
//   rest = horizon − (Time mod horizon)                                      the paper's T − t
//   q = Position / Size,  σ = sigma, or Mid · ShortVolatility where sigma is 0
//   r = Mid − lean · q · γ · σ² · rest                                  the reservation price
//   ask − bid = γ · σ² · rest + (2/γ) · ln(1 + γ/k)                       around r; σ², not σ
//   The shift Mid − r is at most maxShift · Mid either way, the spread from minSpread · Mid, or a
//   tick, to maxSpread · Mid. A bid stays a tick below the venues' best ask, an ask a tick above
//   their best bid. Further levels lie Spacing apart, with sizes Size · (1 + 0.5 · i), MaxSize at
//   most.
// Units
//   Mid, prices, σ·√s: quote asset. Size, Position: base asset. γ, k: 1 / quote asset.
//   horizon, rest: seconds. minSpread, maxSpread, maxShift: fractions of the price.
// Signs
//   Bought too much (Position > 0): both sides move down. Sold too much: both move up. lean 0: the
//   same spread around Mid, whatever the inventory (the paper's symmetric strategy).
// Source
//   Avellaneda and Stoikov (2008), High-frequency trading in a limit order book, eq. 3.17 and 3.18.

Parameter gamma = Parameter.Of("gamma", "1/quote", 0.1, 0.000001, 1000);
Parameter k = Parameter.Of("k", "1/quote", 1.5, 0.000001, 100000);
Parameter sigma = Parameter.Of("sigma", "quote per root second", 0, 0, 1000000);
Parameter horizon = Parameter.Of("horizon", "s", 60, 0.001, 86400);
Parameter lean = Parameter.Of("lean", "", 1, 0, 1);
Parameter minSpread = Parameter.Of("minSpread", "fraction", 0.0002, 0, 0.1);
Parameter maxSpread = Parameter.Of("maxSpread", "fraction", 0.1, 0.0001, 0.2);
Parameter maxShift = Parameter.Of("maxShift", "fraction", 0.05, 0, 0.3);

void OnTick(in Tick t, Quotes q)
{
    double deviation = sigma.Value > 0 ? sigma.Value : t.Mid * t.ShortVolatility;
    if (double.IsNaN(deviation))
    {
        q.PullBids("volatility not known yet");
        q.PullAsks("volatility not known yet");
        return;
    }
    double rest = horizon.Value - t.Time % horizon.Value;
    double risk = gamma.Value * deviation * deviation * rest;
    double limit = maxShift.Value * t.Mid;
    double shift = Math.Clamp(lean.Value * t.Position / t.Size * risk, -limit, limit);
    double spread = risk + 2 / gamma.Value * Math.Log(1 + gamma.Value / k.Value);
    double least = Math.Max(minSpread.Value * t.Mid, t.TickSize);
    spread = Math.Max(least, Math.Min(spread, maxSpread.Value * t.Mid));
    double bid = t.Mid - shift - spread / 2;
    double ask = t.Mid - shift + spread / 2;
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
